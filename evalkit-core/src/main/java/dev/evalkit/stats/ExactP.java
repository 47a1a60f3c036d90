package dev.evalkit.stats;

/**
 * A p-value without Monte Carlo error.
 *
 * @param tails both tails
 */
public record ExactP(Tails tails) implements PValue {
    @Override
    public double low() {
        return value();
    }

    @Override
    public double high() {
        return value();
    }

    @Override
    public long resamples() {
        return 0;
    }
}
