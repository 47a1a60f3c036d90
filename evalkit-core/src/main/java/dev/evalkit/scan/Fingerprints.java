package dev.evalkit.scan;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Hashes of findings, keyed with the repository's salt (HMAC-SHA-256, RFC 2104), by which one is recognised without being written down; for one thread. */
final class Fingerprints {
    private static final String ALGORITHM = "HmacSHA256";

    private final Mac mac;

    Fingerprints(String salt) {
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(salt.getBytes(StandardCharsets.UTF_8), ALGORITHM));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM + ", this one has not", e);
        }
    }

    String of(String rule, String file, String secret) {
        String text = String.join("\0", rule, file, secret);
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }
}
