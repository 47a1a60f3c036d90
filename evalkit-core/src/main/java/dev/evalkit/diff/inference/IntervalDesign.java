package dev.evalkit.diff.inference;

import java.util.OptionalLong;

/** What samples can tell by the width that their interval has, as if it were that of a normal estimate and shrank with √n. */
final class IntervalDesign {
    private IntervalDesign() {}

    /**
     * How many samples would show that an unchanged model is no worse.
     *
     * @param half the distance from the difference down to the lower end
     * @param samples how many samples gave that
     */
    static OptionalLong needed(double half, double margin, double samples) {
        if (margin == 0 || Double.isInfinite(half)) {
            return OptionalLong.empty();
        }
        double stretch = half * (Levels.Z + Levels.Z_POWER) / (Levels.Z * margin);
        return OptionalLong.of(Math.max(1, (long) Math.ceil(samples * stretch * stretch)));
    }

    static double unchangedPasses(double half, double margin) {
        return Design.unchangedPasses(margin, half, half / Levels.Z);
    }
}
