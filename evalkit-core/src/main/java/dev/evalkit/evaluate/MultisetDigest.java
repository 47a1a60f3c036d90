package dev.evalkit.evaluate;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A digest of many elements that does not depend on their order: the sum of their SHA-256 digests modulo 2^256, then SHA-256 of the sum and of how
 * many they are (MSet-Add-Hash of Clarke et al. 2003, ASIACRYPT). Two of them can be added.
 */
final class MultisetDigest {
    private static final int WORDS = 8;
    private static final long WORD = 0xFFFFFFFFL;

    /** The sum, least significant 32 bits first; each word holds its bits and what is not carried yet. */
    private final long[] sum = new long[WORDS];

    private long count;

    /** Adds an element by its SHA-256 digest. */
    void add(byte[] digest) {
        long carry = 0;
        for (int i = 0; i < WORDS; i++) {
            int at = Integer.BYTES * (WORDS - 1 - i);
            long word = ((digest[at] & 0xFFL) << 24)
                    | ((digest[at + 1] & 0xFFL) << 16)
                    | ((digest[at + 2] & 0xFFL) << 8)
                    | (digest[at + 3] & 0xFFL);
            carry += sum[i] + word;
            sum[i] = carry & WORD;
            carry >>>= Integer.SIZE;
        }
        count++;
    }

    void add(MultisetDigest that) {
        long carry = 0;
        for (int i = 0; i < WORDS; i++) {
            carry += sum[i] + that.sum[i];
            sum[i] = carry & WORD;
            carry >>>= Integer.SIZE;
        }
        count += that.count;
    }

    /** 64 hexadecimal digits. */
    String toHex() {
        MessageDigest sha256 = sha256();
        for (int i = WORDS - 1; i >= 0; i--) {
            update(sha256, (int) sum[i]);
        }
        update(sha256, (int) (count >>> Integer.SIZE));
        update(sha256, (int) count);
        return HexFormat.of().formatHex(sha256.digest());
    }

    static void update(MessageDigest digest, int value) {
        for (int shift = Integer.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            digest.update((byte) (value >>> shift));
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256, this one has not", e);
        }
    }
}
