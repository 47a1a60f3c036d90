package dev.evalkit.benchmarks.calibration;

import java.util.List;
import java.util.Locale;

/** Every cell as a dot: errors on a logarithmic scale with their limit, coverage and power on a linear one. */
final class CalibrationPicture {
    private static final int LABELS = 430;
    private static final int WIDTH = 480;
    private static final int LINE = 26;
    private static final double LEAST_ERROR = 0.0005;

    private CalibrationPicture() {}

    static String svg(List<Cell> cells) {
        int lines = Measure.values().length;
        int height = (lines + 3) * LINE;
        StringBuilder svg = new StringBuilder(String.format(Locale.ROOT, """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" aria-labelledby="title" font-family="sans-serif" font-size="12">
                <title id="title">Shares by measure: each dot is a simulated design; the line is what is promised</title>
                <rect width="100%%" height="100%%" fill="#fff"/>
                """, LABELS + WIDTH + 40, height));
        int y = LINE;
        for (Measure measure : Measure.values()) {
            line(svg, measure, cells, y);
            y += LINE;
        }
        axis(svg, y, new double[] {0.001, 0.01, 0.1, 1}, true, "errors and naive choices");
        axis(svg, y + LINE, new double[] {0.7, 0.8, 0.9, 1}, false, "coverage and power");
        return svg.append("</svg>\n").toString();
    }

    private static void line(StringBuilder svg, Measure measure, List<Cell> cells, int y) {
        boolean isError = isError(measure);
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>\n",
                LABELS - 10,
                y + 4,
                measure.words()));
        double limit = switch (measure.kind()) {
            case ERROR, NAIVE -> Limits.ERROR;
            case COVERAGE -> Limits.COVERAGE;
            case POWER -> Limits.POWER;
        };
        svg.append(String.format(
                Locale.ROOT,
                "<path d=\"M%d %dH%d\" stroke=\"#ddd\"/><path d=\"M%.1f %dv20\" stroke=\"#000\"/>\n",
                LABELS,
                y,
                LABELS + WIDTH,
                x(limit, isError),
                y - 10));
        String colour = measure.kind() == Measure.Kind.NAIVE ? "#b35900" : "#0055aa";
        for (Cell cell : cells) {
            if (cell.measure() == measure) {
                svg.append(String.format(
                        Locale.ROOT,
                        "<circle cx=\"%.1f\" cy=\"%d\" r=\"3\" fill=\"%s\" fill-opacity=\"%s\"/>\n",
                        x(cell.share(), isError),
                        y,
                        colour,
                        cell.isPromised() ? "0.35" : "0.1"));
            }
        }
    }

    private static void axis(StringBuilder svg, int y, double[] ticks, boolean isError, String words) {
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%d\" y=\"%d\" text-anchor=\"end\" fill=\"#555\">%s</text>\n",
                LABELS - 10,
                y + 4,
                words));
        for (double tick : ticks) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\" fill=\"#555\">%s %%</text>\n",
                    x(tick, isError),
                    y + 4,
                    tick < 0.01 ? "0.1" : Long.toString(Math.round(100 * tick))));
        }
    }

    private static boolean isError(Measure measure) {
        return measure.kind() == Measure.Kind.ERROR
                || (measure.kind() == Measure.Kind.NAIVE && measure != Measure.UNPAIRED_FOUND);
    }

    private static double x(double share, boolean isError) {
        double position = isError
                ? Math.log(Math.max(share, LEAST_ERROR) / LEAST_ERROR) / Math.log(1 / LEAST_ERROR)
                : Math.max(0, share - 0.6) / 0.4;
        return LABELS + WIDTH * position;
    }
}
