package dev.evalkit.diff;

import java.util.List;

/**
 * The p-values of a row, within the family of those that gate where it belongs to it.
 *
 * @param zero that of "not worse at all"
 * @param margin that of "not worse than tolerated", raised to the former
 * @param zeroAdjusted the former after Holm's correction; itself outside the family
 * @param marginAdjusted the latter after Holm's correction; itself outside the family
 * @param family how many rows are in the family; 0 outside
 * @param resamples how many draws they come from
 * @param warnings what came in the way of deciding, in full sentences
 */
record Adjusted(
        double zero,
        double margin,
        double zeroAdjusted,
        double marginAdjusted,
        int family,
        long resamples,
        List<String> warnings) {}
