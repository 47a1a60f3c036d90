package dev.evalkit.stats;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.source64.XoShiRo256PlusPlus;

/**
 * Where random bits come from: one stream for each (seed, identity, purpose), so that a result depends on neither the order in
 * which things are computed nor the number of threads.
 */
public final class RandomStream {
    private RandomStream() {}

    /**
     * A fresh generator (xoshiro256++, Blackman and Vigna 2019) whose state is the SHA-256 of the three parts.
     *
     * @param seed the seed that the user gave
     * @param identity what is computed, e.g. the canonical text of an item's identity
     * @param purpose what for, e.g. {@code bootstrap}
     */
    public static UniformRandomProvider of(long seed, String identity, String purpose) {
        MessageDigest sha256 = sha256();
        sha256.update(ByteBuffer.allocate(Long.BYTES).putLong(seed).array());
        // Lengths keep ("ab", "c") apart from ("a", "bc").
        update(sha256, identity);
        update(sha256, purpose);
        ByteBuffer digest = ByteBuffer.wrap(sha256.digest());
        long[] state = {digest.getLong(), digest.getLong(), digest.getLong(), digest.getLong()};
        return new XoShiRo256PlusPlus(state);
    }

    private static void update(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
