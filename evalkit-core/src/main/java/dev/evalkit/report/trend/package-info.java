/**
 * How the indicators of a model in a scenario came about, over all its runs.
 *
 * <p>Runs are read one after the other, and of each only what gates is kept; a line of points for each indicator follows from that, in which what is missing is a gap
 * with its reason and what is not comparable with what was before begins anew. Charts are drawn by {@code report.chart}; nothing is tested here.
 */
@NullMarked
package dev.evalkit.report.trend;

import org.jspecify.annotations.NullMarked;
