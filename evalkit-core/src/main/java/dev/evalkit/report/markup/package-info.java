/**
 * Markup as a tree that cannot be broken by what it holds: {@link dev.evalkit.report.markup.Element}s and their text, written as HTML or XML by {@link
 * dev.evalkit.report.markup.Markup}.
 *
 * <p>Names of elements and attributes come from code, texts and values from anywhere: they are made visible (controls, invisible characters) and escaped when
 * they are written. Nothing else writes HTML, SVG or XML.
 */
@NullMarked
package dev.evalkit.report.markup;

import org.jspecify.annotations.NullMarked;
