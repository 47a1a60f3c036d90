package dev.evalkit.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class NumbersTest {

    @Test
    void numbersAreCorrectToTheLastBit() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 100_000; i++) {
            assertParsed(Double.toString(random.nextDouble() * Math.pow(10, random.nextInt(-25, 25))));
            assertParsed(random.nextInt(-1000, 1000) + "." + random.nextLong(1L << random.nextInt(1, 60)));
            assertParsed(Long.toString(random.nextLong()));
            assertParsed(random.nextInt(1 << random.nextInt(1, 30)) + "." + random.nextInt(1 << random.nextInt(1, 30)));
            assertParsed(random.nextInt(10) + "." + "0".repeat(random.nextInt(9)) + random.nextInt(1000));
        }
    }

    /** Halfway cases and neighbours of 2^53, where a careless product rounds twice. */
    @Test
    void hardCasesAreCorrectToTheLastBit() {
        for (String text : List.of(
                "9007199254740992",
                "9007199254740993",
                "9007199254740995",
                "900719925474099.3",
                "0.9007199254740993",
                "1.00000000000000011102230246251565",
                "4.35",
                "0.1",
                "2.2250738585072011e-308",
                "4.9e-324",
                "-0",
                "-0.0",
                "8.5e22",
                "123456789012345678",
                "1234567890123456789",
                "12345678901234567890",
                "0.000000000000000000000001",
                "0.00000000000000000000000000000000000001",
                "000000000000000000000000000001")) {
            assertParsed(text);
        }
    }

    /** Numbers in a chunk, where eight bytes may be looked at, and in an array of their own. */
    private static void assertParsed(String text) {
        for (String behind : List.of("9", ",\"next\":1", "}\0\0\0\0\0\0\0", "123456789")) {
            byte[] bytes = ("x" + text + behind).getBytes(StandardCharsets.US_ASCII);
            double parsed = Numbers.parse(bytes, 1, 1 + text.length());
            assertThat(Double.doubleToLongBits(parsed))
                    .as(text)
                    .isEqualTo(Double.doubleToLongBits(Double.parseDouble(text)));
        }
    }
}
