/**
 * Findings that a repository accepts, each with a reason.
 *
 * <p>{@link dev.evalkit.validate.Finding}s come in, a {@link dev.evalkit.validate.baseline.FindingBaseline} sorts them into open and accepted ones and names what it
 * accepts in vain. A finding is known by its rule, its file and a {@link dev.evalkit.validate.baseline.FindingHash}, never by a line number.
 */
@NullMarked
package dev.evalkit.validate.baseline;

import org.jspecify.annotations.NullMarked;
