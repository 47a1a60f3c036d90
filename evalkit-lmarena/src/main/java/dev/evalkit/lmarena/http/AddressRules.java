package dev.evalkit.lmarena.http;

import dev.evalkit.Shown;
import dev.evalkit.lmarena.http.FetchException.Kind;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Which addresses are asked: public ones over HTTPS, and hosts that are allowed by name. So neither a configuration nor a redirect can turn the
 * puller against this machine or the network that it stands in.
 */
final class AddressRules {
    private static final Pattern LITERAL = Pattern.compile("[0-9.]+|\\[.*]|.*:.*");

    private final Set<String> allowed;
    private final Predicate<URI> isProxied;
    private final Resolver resolver;

    /** What a host's name stands for. */
    @FunctionalInterface
    interface Resolver {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    /**
     * Rules.
     *
     * @param allowed hosts, or {@code host:port}, that are allowed whatever they stand for
     * @param isProxied whether an address is asked through a proxy, which then resolves its name
     */
    AddressRules(Set<String> allowed, Predicate<URI> isProxied, Resolver resolver) {
        this.allowed = Set.copyOf(allowed);
        this.isProxied = isProxied;
        this.resolver = resolver;
    }

    /**
     * Checks an address.
     *
     * @throws FetchException if it is not one to ask
     */
    void check(URI uri) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        String host = uri.getHost();
        if (!scheme.equals("https") && !scheme.equals("http")) {
            throw refused(uri, "only https addresses are asked, found the scheme " + Shown.quoted(scheme));
        }
        if (host == null || host.isEmpty()) {
            throw refused(uri, "the address names no host");
        }
        if (uri.getRawUserInfo() != null) {
            throw refused(uri, "an address with a user name in it is not asked");
        }
        if (isAllowed(uri)) {
            return;
        }
        if (scheme.equals("http")) {
            throw refused(
                    uri,
                    "only https addresses are asked; where this server is yours, allow it with -Devalkit.allowedHosts="
                            + host);
        }
        boolean isLiteral = LITERAL.matcher(host).matches();
        if (isLiteral || !isProxied.test(uri)) {
            checkHost(uri, host);
        }
    }

    private boolean isAllowed(URI uri) {
        return allowed.contains(uri.getHost()) || allowed.contains(uri.getHost() + ":" + uri.getPort());
    }

    private void checkHost(URI uri, String host) {
        try {
            for (InetAddress address : resolver.resolve(host)) {
                if (!PublicAddress.test(address)) {
                    throw refused(
                            uri,
                            host + " stands for " + address.getHostAddress()
                                    + ", which is not a public address; where this server is yours, allow it with -Devalkit.allowedHosts="
                                    + host);
                }
            }
        } catch (UnknownHostException e) {
            throw new FetchException(
                    Kind.CONNECTION, uri, "there is no host " + host + "; check the address and the network", e);
        }
    }

    private static FetchException refused(URI uri, String why) {
        return new FetchException(Kind.ADDRESS, uri, why);
    }
}
