/**
 * Rules over an evaluation repository, and what they find.
 *
 * <p>{@link dev.evalkit.validate.Validator} opens nothing itself: an {@link dev.evalkit.repository.EvaluationRepository} comes in, each {@link
 * dev.evalkit.validate.Rule} looks at it, and {@link dev.evalkit.validate.Finding}s come out, sorted by place. A rule never stops at its first finding, and a
 * finding is never an exception. What a build does about findings is the caller's part.
 */
@NullMarked
package dev.evalkit.validate;

import org.jspecify.annotations.NullMarked;
