/**
 * Pages for people: a run as HTML that opens from disk, and the same as a part of a Maven site.
 *
 * <p>An outcome comes in; sections are put together from {@link dev.evalkit.report.html.DataTable}s, texts and pictures, and {@link dev.evalkit.report.html.Page}
 * makes a file of them that needs neither network nor script. Words and figures are those of {@code report}, elements those of {@code report.markup}: no text is
 * written into markup by hand, and nothing is computed or judged here.
 */
@NullMarked
package dev.evalkit.report.html;

import org.jspecify.annotations.NullMarked;
