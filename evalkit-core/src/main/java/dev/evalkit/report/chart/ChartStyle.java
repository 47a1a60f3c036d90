package dev.evalkit.report.chart;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The style sheet of charts. */
public final class ChartStyle {
    private ChartStyle() {}

    /**
     * CSS for the {@code style} element of a page, which sets the colours, for light and dark, as custom properties: {@code --paper} for the ground, {@code --accent} for
     * lines, {@code --better}, {@code --worse} and {@code --open} for what stands out.
     */
    public static String css() {
        try (InputStream css = ChartStyle.class.getResourceAsStream("chart.css")) {
            return new String(Objects.requireNonNull(css, "chart.css").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
