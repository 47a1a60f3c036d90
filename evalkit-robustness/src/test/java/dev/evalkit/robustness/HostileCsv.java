package dev.evalkit.robustness;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What can be wrong with a table of samples. */
final class HostileCsv {
    private static final String HEADER = "id,label,value\n";
    private static final String VALID = HEADER + "q1,yes,1\nq2,nö,2\n";
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private HostileCsv() {}

    static List<Hostile> all() {
        List<Hostile> all = new ArrayList<>();
        for (String charset : List.of("UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE", "ISO-8859-1", "windows-1252")) {
            all.add(Hostile.bytes(charset, VALID.getBytes(Charset.forName(charset))));
        }
        for (String charset : List.of("UTF-16LE", "UTF-16BE")) {
            all.add(Hostile.bytes(
                    charset + " with a byte order mark", ("\uFEFF" + VALID).getBytes(Charset.forName(charset))));
        }
        Map<String, int[]> cells = new LinkedHashMap<>();
        cells.put("a stray continuation byte", new int[] {0x80});
        cells.put("a truncated sequence", new int[] {0xE2, 0x82});
        cells.put("an overlong comma", new int[] {0xC0, 0xAC});
        cells.put("an overlong quote", new int[] {0xE0, 0x80, 0xA2});
        cells.put("an encoded surrogate", new int[] {0xED, 0xA0, 0x80});
        cells.put("beyond Unicode", new int[] {0xF4, 0x90, 0x80, 0x80});
        cells.put("the byte FF", new int[] {0xFF});
        cells.forEach((name, bytes) -> {
            all.add(Hostile.bytes(name + " in a cell", around(HEADER + "q1,", bytes, ",1\n")));
            all.add(Hostile.bytes(name + " in the header", around("id,label,value,", bytes, "\nq1,yes,1,2\n")));
            all.add(Hostile.bytes(name + " in quotes", around(HEADER + "q1,\"", bytes, "\",1\n")));
        });
        for (String number : List.of(
                "1e400",
                "-1e400",
                "NaN",
                "nan",
                "Infinity",
                "-Infinity",
                "inf",
                "0x10",
                "1,000".replace(',', ';'),
                "1..2",
                "--1",
                "1e",
                "one",
                "１",
                "1f",
                "∞",
                "9".repeat(400))) {
            all.add(Hostile.text("the number " + number, HEADER + "q1,yes," + number + "\n"));
        }
        all.add(Hostile.text("nothing", ""));
        all.add(Hostile.text("white space alone", " \t\n\r\n \n"));
        all.add(Hostile.bytes("a byte order mark alone", BYTE_ORDER_MARK));
        all.add(Hostile.bytes("zero bytes alone", new byte[100]));
        all.add(Hostile.text("no such column", "id,lable\nq1,yes\n"));
        all.add(Hostile.text("a column twice", "label,label\nyes,no\n"));
        all.add(Hostile.text("too few cells", HEADER + "q1\n"));
        all.add(Hostile.text("too many cells", HEADER + "q1,yes,1,2,3\n"));
        all.add(Hostile.text("a million cells", HEADER + ",".repeat(1_000_000) + "\n"));
        all.add(Hostile.text("an open quote", HEADER + "q1,\"yes,1\nq2,no,2\n"));
        all.add(Hostile.text("an open quote in the header", "id,\"label,value\nq1,yes,1\n"));
        all.add(Hostile.text("text behind a quote", HEADER + "q1,\"yes\"x,1\n"));
        all.add(Hostile.text("a quote within a cell", HEADER + "q1,y\"es,1\n"));
        all.add(Hostile.text("other separators", "id;label;value\nq1;yes;1\n"));
        all.add(Hostile.text("a lone carriage return", "id,label,value\rq1,yes,1\r"));
        all.add(Hostile.text("a JSON document", "{\"id\": 1}\n"));
        all.add(new Hostile("1 GiB of zeros", Content.sparse("", 1L << 30, "")));
        all.add(new Hostile("1 GiB of zeros in the header", Content.sparse("id,label", 1L << 30, "\nq1,yes\n")));
        all.add(new Hostile("1 GiB of zeros in a cell", Content.sparse(HEADER + "q1,", 1L << 30, ",1\n")));
        all.add(new Hostile("1 GiB of zeros in quotes", Content.sparse(HEADER + "q1,\"", 1L << 30, "\",1\n")));
        all.add(new Hostile("20 MiB of letters in a cell", letters(HEADER + "q1,", ",1\n")));
        all.add(new Hostile("20 MiB of letters in quotes", letters(HEADER + "q1,\"", "\",1\n")));
        all.add(new Hostile("20 MiB of letters in the header", letters("id,label,", "\nq1,yes,1\n")));
        return all;
    }

    private static Content letters(String before, String after) {
        byte[] block = "x".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
        return Content.repeated(
                before.getBytes(StandardCharsets.UTF_8), block, 20, after.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] around(String before, int[] values, String after) {
        StringBuilder text = new StringBuilder(before);
        for (int each : values) {
            text.append((char) each);
        }
        return text.append(after).toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
