package dev.evalkit.report;

import dev.evalkit.Shown;
import dev.evalkit.result.IndicatorRun;
import dev.evalkit.result.Interval;
import dev.evalkit.result.Meta;
import dev.evalkit.result.ResultItem;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What became of indicators, as the console tells it while they are evaluated. */
public final class RunLines {
    private static final int NAME_WIDTH = 28;
    private static final int VALUE_WIDTH = 10;
    private static final int INTERVAL_WIDTH = 18;
    private static final int DIGITS = 3;
    private static final int MOST_DECIMALS = 6;

    private RunLines() {}

    /** A line for each primary number of an indicator, or one that says why there is none; without line ends. */
    public static List<String> of(IndicatorRun done, List<ResultItem> items) {
        if (done.status() != IndicatorRun.Status.OK) {
            return List.of(name(done.id()) + " " + done.status().text() + ": " + lines(String.valueOf(done.reason())));
        }
        return items.stream()
                .filter(item -> !item.metricId().startsWith(done.id() + ".")
                        && item.meta().slice().isEmpty())
                .map(item -> line(item, done))
                .toList();
    }

    /** What is said of a run in which indicators failed: a line, and one for each of them. */
    public static String failure(String run, List<IndicatorRun> failed) {
        String reasons = failed.stream()
                .map(each -> "\n  " + each.id() + ": " + lines(String.valueOf(each.reason())))
                .collect(Collectors.joining());
        return (failed.size() == 1 ? "1 indicator failed" : failed.size() + " indicators failed") + ", so the run "
                + run + " is incomplete:" + reasons;
    }

    private static String line(ResultItem item, IndicatorRun done) {
        String unit = item.meta().text(Meta.UNIT).orElse("");
        String dataset =
                item.meta().text(Meta.DATASET).map(text -> " · " + text).orElse("");
        StringBuilder line = new StringBuilder(name(item.metricId() + DiffWords.unit(unit) + dataset));
        int decimals = decimals(item);
        String ci = item.interval().map(each -> interval(each, decimals)).orElse("");
        line.append(String.format(
                Locale.ROOT, "%" + VALUE_WIDTH + "s %-" + INTERVAL_WIDTH + "s", number(item.value(), decimals), ci));
        item.samples().ifPresent(samples -> line.append(" n=").append(samples));
        return line.append(
                        String.format(Locale.ROOT, "  %.1f s", done.duration().toMillis() / 1000.0))
                .toString();
    }

    /** A reason may quote what a script printed, line by line. */
    private static String lines(String text) {
        return text.lines().map(Shown::text).collect(Collectors.joining("\n"));
    }

    private static String name(String name) {
        String shown = Shown.text(name);
        return shown + " ".repeat(Math.max(0, NAME_WIDTH - TextWidth.of(shown)));
    }

    private static String interval(Interval ci, int decimals) {
        return "[" + end(ci.low(), "-∞", decimals) + ", " + end(ci.high(), "∞", decimals) + "]";
    }

    private static String end(@Nullable Double end, String unbounded, int decimals) {
        return end == null ? unbounded : number(end, decimals);
    }

    private static String number(double value, int decimals) {
        return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
    }

    /** So many that {@value #DIGITS} digits of the value count, and one less of its interval's upper end where the value is 0. */
    private static int decimals(ResultItem item) {
        Double high = item.interval().map(Interval::high).orElse(null);
        double size = item.value() != 0 || high == null ? item.value() : 10 * high;
        int magnitude = size == 0 ? 0 : (int) Math.floor(Math.log10(Math.abs(size)));
        return Math.min(MOST_DECIMALS, Math.max(0, DIGITS - 1 - magnitude));
    }
}
