/**
 * Charts as elements of a page: static SVG, no script.
 *
 * <p>Plain records come in ({@link dev.evalkit.report.chart.Mark}, {@link dev.evalkit.report.chart.TrendPoint}), an {@link dev.evalkit.report.chart.Axis} or a {@link
 * dev.evalkit.report.chart.TrendChart} places them, elements go out. Nothing here knows runs, diffs or files, and nothing is judged.
 *
 * <p>Horizontal positions are shares of the width, so that a chart fills a phone and a wide screen alike with letters of one size; vertical ones are pixels.
 * Values are points with intervals, never bars, so that no axis has to begin at zero; ends without a bound are arrows, and what is missing is a gap. Colours are
 * classes that {@link dev.evalkit.report.chart.ChartStyle} defines for light and dark; without a style sheet all is drawn in the colour of the text.
 */
@NullMarked
package dev.evalkit.report.chart;

import org.jspecify.annotations.NullMarked;
