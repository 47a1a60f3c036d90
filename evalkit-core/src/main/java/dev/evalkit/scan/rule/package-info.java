/**
 * The rules of the scan as data: what to look for, and what to let pass.
 *
 * <p>A {@link dev.evalkit.scan.rule.RuleSet} comes from the file that evalkit brings, or from a {@code gitleaks.toml}; {@link
 * dev.evalkit.scan.rule.RuleFile} refuses by name each key that is not supported, so that no part of a file is ignored in silence. Nothing here
 * reads what is scanned.
 */
@NullMarked
package dev.evalkit.scan.rule;

import org.jspecify.annotations.NullMarked;
