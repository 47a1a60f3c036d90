/**
 * The QA log: questions about the evaluations of a repository and their answers, a line of JSON each, in {@code qa/qa_history.jsonl}.
 *
 * <p>A {@link dev.evalkit.qa.QaEntry} becomes a line, which {@link dev.evalkit.qa.QaLog} appends through {@link dev.evalkit.io.LockedAppend}: nothing
 * that stands in the file is ever changed. Reading gives a {@link dev.evalkit.qa.QaLine} for each line: an entry, something of another shape, or a last line that was
 * torn. Nothing here knows what a run is; whoever adds an entry about one puts it in words.
 */
@NullMarked
package dev.evalkit.qa;

import org.jspecify.annotations.NullMarked;
