/**
 * How often the gate is wrong, by simulation: false alarms, misses, power and coverage of the intervals, beside those of the naive choices.
 *
 * <p>A {@link dev.evalkit.benchmarks.calibration.Study} is a list of designs. Each design draws seeded data sets in which the truth is known, asks the library what it
 * asks for a real run ({@code dev.evalkit.diff.inference}), lets {@link dev.evalkit.benchmarks.calibration.Verdicts} decide, and counts into {@link
 * dev.evalkit.benchmarks.calibration.Cell}s. {@link dev.evalkit.benchmarks.calibration.Calibration} runs them side by side and writes table and picture.
 */
@NullMarked
package dev.evalkit.benchmarks.calibration;

import org.jspecify.annotations.NullMarked;
