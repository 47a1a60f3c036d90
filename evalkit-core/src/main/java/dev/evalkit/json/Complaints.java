package dev.evalkit.json;

import dev.evalkit.Shown;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The library's complaints without what only its users understand: its settings, its places, character codes.
 *
 * <p>What is not recognised stays as it is, so that another version of the library makes messages longer, never wrong.
 */
final class Complaints {
    private static final Map<Pattern, String> REPLACEMENTS = replacements();

    private Complaints() {}

    static String plain(String complaint) {
        String plain = complaint;
        for (Map.Entry<Pattern, String> each : REPLACEMENTS.entrySet()) {
            plain = each.getKey().matcher(plain).replaceAll(each.getValue());
        }
        return Shown.text(plain.substring(0, 1).toLowerCase(Locale.ROOT) + plain.substring(1));
    }

    private static Map<Pattern, String> replacements() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put(" \\((?:start marker at|for \\w+ starting at) \\[Source:[^\\]]*\\]\\)", "");
        all.put(" \\(not recognized as one since [^)]*\\)", "");
        all.put(": enable `[^`]*` to allow", "");
        all.put(", from `[^`]*`", "");
        all.put("\\(?\\(CTRL-CHAR, code (\\d+)\\)\\)?", "(control character $1)");
        all.put(" \\(code [^)]*\\)", "");
        all.put(" \\(JSON String, Number, Array, Object or token 'null', 'true' or 'false'\\)", " a value");
        all.put("expected a valid value a value", "expected a value");
        all.put("was expecting", "expected");
        Map<Pattern, String> patterns = new LinkedHashMap<>();
        all.forEach((found, replacement) -> patterns.put(Pattern.compile(found), replacement));
        return patterns;
    }
}
