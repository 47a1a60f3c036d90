package dev.evalkit.validate;

/**
 * What a rule asks for, as its documentation and reports for machines tell it.
 *
 * @param id the id, e.g. {@code EK-REF-001}; it never changes its meaning
 * @param severity how much it matters where it is broken
 * @param title what holds for a sound repository, in a few words
 * @param explanation what is checked, and why; plain text, a paragraph
 * @param broken an example of what the rule finds
 * @param mended the same as it should be
 */
public record RuleDescription(
        String id, Severity severity, String title, String explanation, String broken, String mended) {}
