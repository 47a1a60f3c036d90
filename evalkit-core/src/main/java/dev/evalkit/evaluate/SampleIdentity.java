package dev.evalkit.evaluate;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Digests of single samples; one for each thread's accumulator. */
final class SampleIdentity {
    /** Digests of so many references are remembered: labels repeat, prompts do not. */
    private static final int REMEMBERED = 256;

    private final MessageDigest sha256 = MultisetDigest.sha256();
    private final Map<List<List<String>>, byte[]> references = new HashMap<>();

    /** The digest of the reference columns, each a list of texts (empty where missing). */
    byte[] ofReference(List<List<String>> columns) {
        byte[] known = references.get(columns);
        if (known != null) {
            return known;
        }
        MultisetDigest.update(sha256, columns.size());
        for (List<String> texts : columns) {
            MultisetDigest.update(sha256, texts.size());
            texts.forEach(this::update);
        }
        byte[] digest = sha256.digest();
        if (references.size() < REMEMBERED) {
            references.put(List.copyOf(columns), digest);
        }
        return digest;
    }

    /** The digest of a sample from its id, null where it has or needs none, and the digest of its reference. */
    byte[] ofSample(@Nullable String id, byte[] reference) {
        if (id == null) {
            return reference;
        }
        update(id);
        return digest(reference);
    }

    private byte[] digest(byte[] rest) {
        sha256.update(rest);
        return sha256.digest();
    }

    /** Lengths keep ("ab", "c") apart from ("a", "bc"). */
    private void update(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        MultisetDigest.update(sha256, bytes.length);
        sha256.update(bytes);
    }
}
