package dev.evalkit.validate;

/** How much a finding matters, the most important first. */
public enum Severity {
    /** Something does not work, or does not mean what it says. */
    ERROR,
    /** Something works, and should be looked at nevertheless. */
    WARNING,
    /** Nothing is wrong; somebody may like to know. */
    NOTE
}
