package dev.evalkit.scan.rule;

import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes texts of the templates in the rule file: {@code <A-Z2-7:16>} is 16 characters of a class, {@code <+>} is nothing. */
public final class Template {
    private static final Pattern PIECE = Pattern.compile("<(\\+|([^<>]+):(\\d+))>");

    private Template() {}

    public static String expand(String template, Random random) {
        StringBuilder text = new StringBuilder();
        Matcher matcher = PIECE.matcher(template);
        while (matcher.find()) {
            String piece = matcher.group(2) == null
                    ? ""
                    : characters(alphabet(matcher.group(2)), Integer.parseInt(matcher.group(3)), random);
            matcher.appendReplacement(text, Matcher.quoteReplacement(piece));
        }
        return matcher.appendTail(text).toString();
    }

    private static String characters(String alphabet, int count, Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    private static String alphabet(String ranges) {
        StringBuilder alphabet = new StringBuilder();
        for (int i = 0; i < ranges.length(); i++) {
            if (i + 2 < ranges.length() && ranges.charAt(i + 1) == '-') {
                for (char each = ranges.charAt(i); each <= ranges.charAt(i + 2); each++) {
                    alphabet.append(each);
                }
                i += 2;
            } else {
                alphabet.append(ranges.charAt(i));
            }
        }
        return alphabet.toString();
    }
}
