package dev.evalkit.benchmarks.calibration;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts what happens in the rounds of one design; used by one thread. */
final class Tally {
    private final String study;
    private final String design;
    private final Map<Measure, long[]> counts = new EnumMap<>(Measure.class);

    Tally(String study, String design) {
        this.study = study;
        this.design = design;
    }

    /** Counts a round in which it happened or did not. */
    void add(Measure measure, boolean happened) {
        long[] count = counts.computeIfAbsent(measure, each -> new long[2]);
        count[0] += happened ? 1 : 0;
        count[1]++;
    }

    /** What was counted; a promise about each where there is one. */
    List<Cell> cells(boolean isPromised) {
        List<Cell> cells = new ArrayList<>();
        counts.forEach((measure, count) -> cells.add(new Cell(study, design, measure, isPromised, count[0], count[1])));
        return cells;
    }
}
