package dev.evalkit.report.chart;

/** Numbers in SVG, as short as they are exact to the eye. */
final class Coordinates {
    private Coordinates() {}

    /** A share of the width, to a hundredth of a percent. */
    static String percent(double share) {
        return trimmed(Math.round(share * 10_000)) + "%";
    }

    /** Pixels, to a hundredth. */
    static String pixels(double pixels) {
        return trimmed(Math.round(pixels * 100));
    }

    private static String trimmed(long hundredths) {
        long whole = Math.abs(hundredths) / 100;
        long rest = Math.abs(hundredths) % 100;
        String sign = hundredths < 0 ? "-" : "";
        String decimals = rest == 0 ? "" : rest % 10 == 0 ? "." + rest / 10 : rest < 10 ? ".0" + rest : "." + rest;
        return sign + whole + decimals;
    }
}
