package dev.evalkit.report.markup;

/** A part of a document: an {@link Element} or {@link Text}. */
public sealed interface Node permits Element, Text {}
