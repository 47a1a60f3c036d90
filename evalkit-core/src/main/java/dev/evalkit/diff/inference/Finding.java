package dev.evalkit.diff.inference;

/** What came out of asking the samples or the intervals of two runs. */
public sealed interface Finding permits Evidence, NoInference {}
