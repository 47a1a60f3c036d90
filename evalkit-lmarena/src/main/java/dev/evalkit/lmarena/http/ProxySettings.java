package dev.evalkit.lmarena.http;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A proxy that requests go through.
 *
 * @param host its host
 * @param port its port
 * @param directHosts patterns with {@code *} of hosts that are asked without it
 * @param username who asks, where it wants to know
 * @param password its password
 */
public record ProxySettings(
        String host,
        int port,
        List<String> directHosts,
        @Nullable String username,
        @Nullable String password) {
    public ProxySettings {
        directHosts = List.copyOf(directHosts);
    }

    /**
     * Patterns as Maven's settings write them: {@code localhost|*.example.org}, also with commas.
     *
     * @param text null for none
     */
    public static List<String> directHosts(@Nullable String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split("[|,]", -1))
                        .map(String::strip)
                        .filter(pattern -> !pattern.isEmpty())
                        .toList();
    }

    /** Whether a host is asked without the proxy. */
    boolean isDirect(String asked) {
        String lower = asked.toLowerCase(Locale.ROOT);
        return directHosts.stream().anyMatch(pattern -> matches(pattern.toLowerCase(Locale.ROOT), lower));
    }

    private static boolean matches(String pattern, String text) {
        String regex =
                Arrays.stream(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return text.matches(regex);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
