package dev.evalkit.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What every page carries along. */
enum Resource {
    STYLE("report.css"),
    SCRIPT("report.js");

    private final String text;

    Resource(String name) {
        try (InputStream in = Resource.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("evalkit's jar lacks " + name);
            }
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("evalkit's jar cannot be read", e);
        }
    }

    String text() {
        return text;
    }
}
