/**
 * What GitHub shows of a workflow's step: {@link dev.evalkit.report.github.Annotation}s at lines of files, as commands that the step prints. Text that comes from
 * documents is escaped so that it stays within its command.
 */
@NullMarked
package dev.evalkit.report.github;

import org.jspecify.annotations.NullMarked;
