package dev.evalkit.stats;

/** A p-value as a test gives it: known, or simulated and thus known up to Monte Carlo error. Immutable. */
public sealed interface PValue permits ExactP, MonteCarloP {
    /** A p-value without Monte Carlo error. */
    static PValue of(Tails tails) {
        return new ExactP(tails);
    }

    /** Both tails; estimates where they are simulated. */
    Tails tails();

    /** The lower end of what the p-value of "worse" may be. */
    double low();

    /** The upper end of what the p-value of "worse" may be. */
    double high();

    /** How many draws it comes from (B); 0 where none were needed. */
    long resamples();

    /** Twice the tail of "worse", at most 1: the p-value that verdicts use. */
    default double value() {
        return tails().doubledWorse();
    }
}
