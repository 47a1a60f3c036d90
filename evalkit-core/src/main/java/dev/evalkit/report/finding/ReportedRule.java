package dev.evalkit.report.finding;

import dev.evalkit.validate.Severity;

/**
 * A rule that a goal looked by.
 *
 * @param id the id
 * @param severity how much it matters where it is broken
 * @param title what holds where nothing is found, in a few words
 * @param explanation what is looked for, and why
 */
public record ReportedRule(String id, Severity severity, String title, String explanation) {}
