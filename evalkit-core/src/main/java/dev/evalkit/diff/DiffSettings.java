package dev.evalkit.diff;

import dev.evalkit.diff.inference.TestChoice;
import dev.evalkit.model.Thresholds;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How two sides are compared.
 *
 * @param build the thresholds that serve where nothing else is said, or null
 * @param allowed names of differences that are let pass
 * @param test how to test
 * @param seed the seed of whatever is random
 * @param slices the slice columns whose rows are shown, or null for all
 * @param areDiscoveriesShown whether p-values are also corrected by Benjamini and Hochberg
 */
record DiffSettings(
        @Nullable Thresholds build,
        Set<String> allowed,
        TestChoice test,
        long seed,
        @Nullable Set<String> slices,
        boolean areDiscoveriesShown) {
    static final DiffSettings DEFAULTS = new DiffSettings(null, Set.of(), TestChoice.AUTO, 0, null, false);

    DiffSettings {
        allowed = Set.copyOf(allowed);
        slices = slices == null ? null : Set.copyOf(slices);
    }

    DiffSettings withBuild(Thresholds thresholds) {
        return new DiffSettings(thresholds, allowed, test, seed, slices, areDiscoveriesShown);
    }

    DiffSettings withAllowed(Set<String> names) {
        return new DiffSettings(build, names, test, seed, slices, areDiscoveriesShown);
    }

    DiffSettings withTest(TestChoice choice) {
        return new DiffSettings(build, allowed, choice, seed, slices, areDiscoveriesShown);
    }

    DiffSettings withSeed(long newSeed) {
        return new DiffSettings(build, allowed, test, newSeed, slices, areDiscoveriesShown);
    }

    DiffSettings withSlices(Set<String> columns) {
        return new DiffSettings(build, allowed, test, seed, columns, areDiscoveriesShown);
    }

    DiffSettings withDiscoveries() {
        return new DiffSettings(build, allowed, test, seed, slices, true);
    }

    /** Whether a row of these slice columns is shown although it does not gate. */
    boolean shows(Set<String> columns) {
        return slices == null || slices.containsAll(columns);
    }
}
