/**
 * The evaluation repository as it lies on disk: which file is which document, and which folder is which run.
 *
 * <p>{@link dev.evalkit.repository.EvaluationRepository} finds the documents, reads each through {@code dev.evalkit.json} and turns it into a record of
 * {@code dev.evalkit.model}; what is wrong with one is collected and does not hide the others. {@link dev.evalkit.repository.RunStore} finds runs and
 * baselines (older layouts included), makes new runs and accepts them. Nothing here evaluates, compares or judges.
 */
@NullMarked
package dev.evalkit.repository;

import org.jspecify.annotations.NullMarked;
