package dev.evalkit.report;

import dev.evalkit.json.JsonDocument;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Texts that mean to leave their place: some that aim at the formats of reports, and the naughty strings where they are there. */
public final class HostileTexts {
    private static final Path NAUGHTY = Path.of("../../shared/corpora/naughty-strings/blns.json");

    private static final List<String> OWN = List.of(
            "<script>alert(1)</script>",
            "</td></tr></table><img src=x onerror=alert(1)>",
            "a|b || c \\| d",
            "`code` ``more`` ```fence",
            "[click](javascript:alert(1))",
            "![image](https://host.example/x.png)",
            "](javascript:alert(1))[x",
            "<https://host.example> www.host.example https://host.example",
            "# heading\n- item\n> quote\n\n    code",
            "*bold* __bold__ ~~gone~~ <!-- comment -->",
            "right \u202E left \u2066 isolate \u200B nothing \uFEFF mark",
            "\u001B[31mred\u001B[0m \u0007 \u0000 \u009B2J",
            "]]> <![CDATA[ ]]> <?xml?> <!DOCTYPE x>",
            "&lt; &#60; &amp;amp; &copy; &#x26;",
            "%0A::error::injected %25",
            "\n::error file=x::injected",
            "::error::injected",
            "  ::stop-commands::x",
            "=cmd|'/c calc'!A1",
            "+1+1",
            "-1+1",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            " =1",
            "\"quoted\", and; 'more'",
            "a\r\nb\u2028c\u2029d\u0085e",
            "half \uD800 and \uDFFF halves, \uFFFE\uFFFF",
            "{0} {{1}} ${x} %s %n",
            "1. one",
            "--- | ---",
            "\\",
            "é e\u0301 \uD83D\uDE00 精度");

    private HostileTexts() {}

    /** All of them, none empty. */
    public static List<String> all() {
        List<String> texts = new ArrayList<>(OWN);
        if (Files.exists(NAUGHTY)) {
            for (Object text : JsonDocument.read(NAUGHTY).array()) {
                if (text instanceof String naughty && !naughty.isEmpty()) {
                    texts.add(naughty);
                }
            }
        }
        return texts;
    }
}
