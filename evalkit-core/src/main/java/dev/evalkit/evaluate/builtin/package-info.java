/** The evaluators that come with evalkit. Each reads its arguments into a scoring; nothing here reads files or computes intervals. */
@NullMarked
package dev.evalkit.evaluate.builtin;

import org.jspecify.annotations.NullMarked;
