/**
 * Findings of any goal as people and programs read them.
 *
 * <p>{@link dev.evalkit.report.finding.ValidationReport} and {@link dev.evalkit.report.finding.ScanReport} make one {@link
 * dev.evalkit.report.finding.FindingReport} of what a goal found; {@link dev.evalkit.report.finding.FindingDocuments} writes it in each {@link
 * dev.evalkit.report.Format}, SARIF by {@link dev.evalkit.report.finding.SarifDocument} alone. Nothing here decides what is a finding, and no secret comes this far.
 */
@NullMarked
package dev.evalkit.report.finding;

import org.jspecify.annotations.NullMarked;
