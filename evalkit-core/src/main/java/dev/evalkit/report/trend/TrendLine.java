package dev.evalkit.report.trend;

import dev.evalkit.report.markup.Element;

/**
 * An indicator over runs, in one line.
 *
 * @param name what is measured
 * @param newest its newest value
 * @param chart a small chart
 */
public record TrendLine(String name, String newest, Element chart) {}
