package dev.evalkit.scan;

import dev.evalkit.scan.pattern.LiteralSearch;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * A quick look at short texts: whether the rules that evalkit brings might find something in one. Reading these rules takes longer than comparing two files, and
 * nearly all names and messages can do without. It may suspect what is harmless, and overlooks nothing that a rule finds.
 */
final class Suspicion {
    /** Keywords of rules that find a name, a separator and a value. */
    static final List<String> NAMES = List.of(
            "access",
            "accountkey",
            "api",
            "auth",
            "aws",
            "credential",
            "discord",
            "passw",
            "private",
            "private_key_id",
            "secret",
            "token",
            "twilio");

    /** Keywords of rules that find a long word. */
    static final List<String> PREFIXES = List.of(
            "/api/webhooks/",
            ":aa",
            "_v1_",
            "abia",
            "acca",
            "aiza",
            "akia",
            "api_org_",
            "asia",
            "atatt3",
            "atbb",
            "dapi",
            "dckr_",
            "ey",
            "gho_",
            "ghp_",
            "ghr_",
            "ghs_",
            "ghu_",
            "github_pat_",
            "glc_",
            "glcbt-",
            "gldt-",
            "glft-",
            "glimt-",
            "gloas-",
            "glpat-",
            "glptt-",
            "glrt-",
            "glsa_",
            "glsoat-",
            "gsk_",
            "hf_",
            "hooks.slack.com",
            "hvb.",
            "hvs.",
            "k_live_",
            "k_prod_",
            "k_test_",
            "lsv2_",
            "ltai",
            "npm_",
            "nvapi-",
            "pplx-",
            "pypi-ageichlwas5vcmc",
            "q~",
            "r8_",
            "sg.",
            "shpat_",
            "shpca_",
            "shppa_",
            "shpss_",
            "sk-ant-",
            "sk-or-v1-",
            "t3blbkfj",
            "xai-",
            "xapp-",
            "xox");

    /** Keywords that are reason enough. */
    static final List<String> SIGNS =
            List.of("/home/", "/users/", ":\\", "://", "@", "private key", "users", "webhook.office.com");

    private static final LiteralSearch KEYWORDS = new LiteralSearch(
            Stream.of(NAMES, PREFIXES, SIGNS).flatMap(List::stream).toList());

    /** The shortest value of a name, and the shortest word with a prefix, that a rule finds. */
    private static final int SHORTEST_VALUE = 12;

    private static final int SHORTEST_WORD = 15;

    private Suspicion() {}

    static boolean of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        boolean[] suspected = new boolean[1];
        KEYWORDS.search(bytes, 0, bytes.length, (keyword, start) -> {
            int kind = keyword - NAMES.size();
            suspected[0] |= kind < 0
                    ? hasSeparator(bytes, start) && hasWord(bytes, SHORTEST_VALUE)
                    : kind >= PREFIXES.size() || hasWord(bytes, SHORTEST_WORD);
        });
        return suspected[0];
    }

    private static boolean hasSeparator(byte[] text, int from) {
        for (int i = from; i < text.length; i++) {
            if (text[i] == ':' || text[i] == '=') {
                return true;
            }
        }
        return false;
    }

    private static boolean hasWord(byte[] text, int least) {
        int length = 0;
        for (byte each : text) {
            length = isOfWord(each) ? length + 1 : 0;
            if (length >= least) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfWord(byte each) {
        return (each >= '0' && each <= '9')
                || (each >= 'A' && each <= 'Z')
                || (each >= 'a' && each <= 'z')
                || "_-.+/=~:".indexOf(each) >= 0;
    }
}
