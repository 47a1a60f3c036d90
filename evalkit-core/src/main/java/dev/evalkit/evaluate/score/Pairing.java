package dev.evalkit.evaluate.score;

/** Whether the samples of two runs can be put side by side by their ids. */
public enum Pairing {
    /** The same id is the same question. */
    PAIRED,
    /** Each run has samples of its own, e.g. requests; ids mean nothing across runs. */
    UNPAIRED
}
