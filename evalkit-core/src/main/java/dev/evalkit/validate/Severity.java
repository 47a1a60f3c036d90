package dev.evalkit.validate;

/** How much a finding matters. */
public enum Severity {
    /** Something does not work, or does not mean what it says. */
    ERROR,
    /** Something works, and should be looked at nevertheless. */
    WARNING
}
