package dev.evalkit.rating;

/** What to do where the battles determine no finite ratings for all models. */
public enum Separation {
    /** Refuse, and name the components. The default. */
    REFUSE,
    /**
     * Rate the largest component (of several, the one with the first name) on its own, and say which models are left out.
     */
    LARGEST_COMPONENT
}
