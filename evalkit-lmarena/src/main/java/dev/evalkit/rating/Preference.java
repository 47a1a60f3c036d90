package dev.evalkit.rating;

/** Which side of a battle was preferred: one of three outcomes, or a share of the preference. */
public sealed interface Preference permits Outcome, SoftPreference {

    /** The share of the battle that goes to the first model, in [0, 1]; the second has the rest. */
    double score();

    /** The same preference with the two sides exchanged. */
    Preference flipped();
}
