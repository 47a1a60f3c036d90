package dev.evalkit.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evalkit.model.Direction;
import dev.evalkit.report.markup.Element;
import dev.evalkit.report.markup.Markup;
import dev.evalkit.result.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** What holds for charts of whatever values. */
class ChartPropertiesTest {
    private static final double[] ODD = {
        0,
        -0.0,
        1,
        -1,
        1e-300,
        -1e-300,
        Double.MIN_VALUE,
        Double.MAX_VALUE,
        -Double.MAX_VALUE,
        1e15,
        0.1 + 0.2,
        100,
        1e-7
    };

    @RepeatedTest(200)
    void everythingLiesInsideTheImage(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<TrendPoint> points = points(random, 1 + random.nextInt(40));
        List<Mark> marks = points.stream()
                .map(point -> Mark.of(point.value(), point.interval())
                        .withLimits(random.nextInt(3) == 0 ? List.of(value(random)) : List.of()))
                .toList();
        List<ForestRow> changes = points.stream()
                .map(point -> change(point, Math.abs(random.nextInt(4) == 0 ? 0 : value(random)), random))
                .toList();

        assertInside(TrendChart.of("t", "ms", points));
        assertInside(Sparkline.of("s", points));
        assertInside(ForestPlot.of("f", changes));
        Axis axis = Axis.of(marks, random.nextBoolean() ? "ratio" : "ms");
        assertInside(axis.ruler());
        marks.forEach(mark -> assertInside(axis.lane(mark)));
    }

    @RepeatedTest(200)
    void labelsDoNotTouch(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Labels labels = new Labels(280);
        for (int i = 0; i < 12; i++) {
            labels.add(random.nextDouble(), "x".repeat(random.nextInt(12)) + i);
        }

        List<Labels.Placed> placed = labels.placed();
        for (Labels.Placed one : placed) {
            assertThat(one.left()).isBetween(0.0, 280.0);
            assertThat(one.right()).isLessThanOrEqualTo(280.0);
            assertThat(placed)
                    .allMatch(other -> other.equals(one) || other.left() > one.right() || other.right() < one.left());
        }
    }

    @RepeatedTest(200)
    void ticksAreRoundEnclosingAndFew(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        double one = Math.max(-1e300, Math.min(1e300, value(random)));
        double other = random.nextInt(5) == 0 ? one : Math.max(-1e300, Math.min(1e300, value(random)));
        Ticks ticks = Ticks.linear(Math.min(one, other), Math.max(one, other), 4);

        assertThat(ticks.low()).isLessThanOrEqualTo(Math.min(one, other));
        assertThat(ticks.high()).isGreaterThanOrEqualTo(Math.max(one, other));
        assertThat(ticks.values()).hasSizeBetween(2, 9).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void ticksAreThoseThatOneWouldWrite() {
        assertThat(Ticks.linear(0.842, 0.93, 4).values()).containsExactly(0.84, 0.86, 0.88, 0.9, 0.92, 0.94);
        assertThat(Ticks.linear(0, 1, 4).values()).containsExactly(0.0, 0.5, 1.0);
        assertThat(Ticks.linear(-3, 17, 4).values()).containsExactly(-5.0, 0.0, 5.0, 10.0, 15.0, 20.0);
        assertThat(Ticks.linear(5, 5, 4).values()).containsExactly(4.5, 5.0, 5.5);
        assertThat(Ticks.logarithmic(3, 700, 5).values()).containsExactly(1.0, 10.0, 100.0, 1000.0);
        assertThat(Ticks.logarithmic(120, 45_000, 4).values()).containsExactly(100.0, 1_000.0, 10_000.0, 100_000.0);
    }

    @Test
    void numbersAreInTheReadersTerms() {
        assertThat(Quantity.of("ratio", 1).text(0.8734, new Interval(0.851, 0.8912)))
                .isEqualTo("87.3% [85.1, 89.1]");
        assertThat(Quantity.of("ratio", 1).ofDifferences().signed(0.0123, new Interval(-0.01, 0.03)))
                .isEqualTo("+1.23 points [−1.00, 3.00]");
        assertThat(Quantity.of("ms", 45_000).text(45_000)).isEqualTo("45.0 s");
        assertThat(Quantity.of("ms", 992).text(992, new Interval(950.5, null))).isEqualTo("992 ms [950, ∞]");
        assertThat(Quantity.of("s", 0.05).text(0.05)).isEqualTo("50.0 ms");
        assertThat(Quantity.of("tokens", 12_300_000).text(12_300_000)).isEqualTo("12.3 M tokens");
        assertThat(Quantity.of("", 2e9).text(2e9)).isEqualTo("2.00 G");
        assertThat(Quantity.of("", 1e-9).text(1e-9)).isEqualTo("1.00e-09");
        assertThat(Quantity.of("", 0).text(0)).isEqualTo("0");
    }

    @Test
    void unboundedEndsAreArrowsAndMissingValuesGaps() {
        Axis axis = Axis.of(List.of(Mark.of(1.0, new Interval(0.0, 2.0))), "");

        assertThat(arrows(axis.lane(Mark.of(1.0, new Interval(null, null))))).isEqualTo(2);
        assertThat(arrows(axis.lane(Mark.of(1.0, new Interval(0.5, 1.5))))).isZero();
        assertThat(Drawing.all(axis.lane(Mark.of(null, null))).toList()).hasSize(1);
        Element trend = TrendChart.of("t", "", Samples.trend());
        assertThat(Drawing.all(trend)
                        .filter(each -> "ek-missing".equals(each.attributes().get("class"))))
                .hasSize(1);
        // Of eleven steps two lead to or from the gap, and one to another regime.
        assertThat(Drawing.all(trend)
                        .filter(each -> "ek-line".equals(each.attributes().get("class"))))
                .singleElement()
                .satisfies(lines -> assertThat(lines.children()).hasSize(8));
    }

    @Test
    void hostileLabelsStayText() {
        String hostile = "</title></svg><script>alert(1)</script>\"'`|\u202E\u0000";
        TrendPoint point = new TrendPoint(0, hostile, 1.0, null, true, hostile, hostile);
        ForestRow row = new ForestRow(
                hostile, "javascript:alert(1)", hostile, 1, null, 1, Direction.HIGHER_IS_BETTER, Emphasis.BAD, hostile);
        String page = Markup.html(Element.of("div")
                .add(TrendChart.of(hostile, hostile, List.of(point)), ForestPlot.of(hostile, List.of(row)))
                .add(Sparkline.of(hostile, List.of(point)))
                .add(Axis.of(List.of(Mark.of(1.0, null)), hostile)
                        .lane(Mark.of(1.0, null).titled(hostile))));

        assertThat(page).doesNotContain("<script", "\u202E", "\u0000", "javascript:");
    }

    @Test
    void fiveThousandRowsStaySmall() {
        List<ForestRow> rows = new ArrayList<>();
        Random random = new Random(1);
        for (int i = 0; i < 5_000; i++) {
            rows.add(change(points(random, 1).get(0), 0.02, random));
        }

        assertThat(Markup.html(ForestPlot.of("f", rows)).length()).isLessThan(3_500_000);
    }

    private static long arrows(Element element) {
        return Drawing.all(element)
                .filter(each -> "ek-arrow".equals(each.attributes().get("class")))
                .count();
    }

    private static void assertInside(Element element) {
        assertThat(Drawing.across(element)).allMatch(share -> share >= 0 && share <= 100);
        double height = Drawing.all(element)
                .filter(each -> each.name().equals("svg") && each.attributes().containsKey("height"))
                .mapToDouble(each -> Double.parseDouble(each.attributes().get("height")))
                .max()
                .orElseThrow();
        assertThat(Drawing.down(element)).allMatch(y -> y >= 0 && y <= Math.max(120, height));
        assertThat(Markup.html(element)).doesNotContain("NaN", "Infinity");
    }

    private static ForestRow change(TrendPoint point, double margin, Random random) {
        @Nullable
        Direction direction = random.nextInt(5) == 0
                ? null
                : random.nextBoolean() ? Direction.HIGHER_IS_BETTER : Direction.LOWER_IS_BETTER;
        double delta = point.value() == null ? 0 : point.value();
        Emphasis emphasis = List.of(Emphasis.values()).get(random.nextInt(4));
        return new ForestRow(
                "row " + random.nextInt(),
                null,
                "ratio",
                delta,
                point.interval(),
                margin,
                direction,
                emphasis,
                "verdict");
    }

    private static List<TrendPoint> points(Random random, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    Double value = random.nextInt(6) == 0 ? null : (Double) value(random);
                    String change = random.nextInt(9) == 0 ? "changed" : null;
                    return new TrendPoint(
                            i, "label " + i, value, interval(random), random.nextInt(9) == 0, change, "title " + i);
                })
                .toList();
    }

    private static @Nullable Interval interval(Random random) {
        if (random.nextInt(4) == 0) {
            return null;
        }
        double one = value(random);
        double other = value(random);
        return new Interval(
                random.nextInt(5) == 0 ? null : (Double) Math.min(one, other),
                random.nextInt(5) == 0 ? null : (Double) Math.max(one, other));
    }

    private static double value(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> ODD[random.nextInt(ODD.length)];
            case 1 -> random.nextGaussian() * 1e6;
            default -> random.nextDouble();
        };
    }
}
