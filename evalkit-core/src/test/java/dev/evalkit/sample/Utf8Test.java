package dev.evalkit.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class Utf8Test {

    @Test
    void everyCharacterIsAccepted() {
        for (int codePoint = 0x80; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
            if (codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE) {
                byte[] bytes = (Character.toString(codePoint) + "\0").getBytes(StandardCharsets.UTF_8);
                assertThat(Utf8.sequence(bytes, 0)).isEqualTo(bytes.length - 1);
            }
        }
    }

    /** The JDK's decoder is the reference: every pair of bytes, each with the tails that decide over three and four of them. */
    @Test
    void whateverTheJdkRefusesIsRefused() {
        byte[] tails = {0, 'a', (byte) 0x7F, (byte) 0x80, (byte) 0xBF, (byte) 0xC0};
        for (int lead = 0x80; lead < 0x100; lead++) {
            for (int second = 0; second < 0x100; second++) {
                for (byte third : tails) {
                    for (byte fourth : tails) {
                        byte[] bytes = {(byte) lead, (byte) second, third, fourth};
                        int length = Utf8.sequence(bytes, 0);
                        assertThat(length > 0).isEqualTo(beginsWithCharacter(bytes));
                        assertThat(length == 0 || isCharacter(bytes, length)).isTrue();
                    }
                }
            }
        }
    }

    @Test
    void charactersAreCountedNotBytes() {
        byte[] bytes = "a\u00fc\u6f22\ud83d\ude00 \u00fc\u00fc\u00fc\u00fc\u00fc".getBytes(StandardCharsets.UTF_8);
        assertThat(Utf8.characters(bytes, 0, bytes.length)).isEqualTo(10);
    }

    private static boolean beginsWithCharacter(byte[] bytes) {
        return isCharacter(bytes, 2) || isCharacter(bytes, 3) || isCharacter(bytes, 4);
    }

    private static boolean isCharacter(byte[] bytes, int length) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 0, length))
                    .toString();
            return text.codePointCount(0, text.length()) == 1;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
