/**
 * What people read: diffs as tables for the console and in Markdown.
 *
 * <p>Records of {@code dev.evalkit.diff} come in, text goes out; nothing is computed or judged here. Every string that comes from a document is treated as hostile:
 * whatever it holds, it stays in its cell and does not command the terminal or the page.
 */
@NullMarked
package dev.evalkit.report;

import org.jspecify.annotations.NullMarked;
