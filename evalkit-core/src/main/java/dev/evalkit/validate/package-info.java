/**
 * Rules over an evaluation repository, and what they find.
 *
 * <p>An {@link dev.evalkit.repository.EvaluationRepository} comes in; {@link dev.evalkit.validate.Inspection} adds its runs; each {@link
 * dev.evalkit.validate.Rule} looks at the whole, each {@link dev.evalkit.validate.RunRule} at every run and its files, in parallel; and {@link
 * dev.evalkit.validate.Finding}s come out, sorted by place. Rules describe themselves, and {@code docs/rules.md} is made of that. An id never
 * changes its meaning. A rule never stops at its first finding, and a
 * finding is never an exception. What a build does about findings is the caller's part.
 */
@NullMarked
package dev.evalkit.validate;

import org.jspecify.annotations.NullMarked;
