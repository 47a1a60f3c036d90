package dev.evalkit.rating;

import dev.evalkit.EvalkitException;
import dev.evalkit.stats.ConfidenceInterval;
import dev.evalkit.stats.CriticalValue;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * How far strengths may be off.
 *
 * @param covariance of the strengths, in squared units of log strength
 * @param critical from a level to how many standard errors an interval goes to each side
 * @param method the interval's name
 * @param warnings what to know before relying on it
 */
record Uncertainty(Covariance covariance, DoubleUnaryOperator critical, String method, List<String> warnings) {

    /** Below this many clusters the sandwich is known to be too small (Cameron and Miller 2015). */
    private static final int FEW_CLUSTERS = 30;

    /** Standard errors up to this are rounding. */
    private static final double NO_SPREAD = 1e-9;

    static Uncertainty of(CovarianceMethod method, Strengths strengths) {
        PairLikelihood likelihood = strengths.likelihood();
        double[] at = strengths.optimum().at();
        List<PairTally> pairs = strengths.counts().pairs();
        int models = likelihood.models();
        Covariance covariance = switch (method) {
            case SANDWICH -> Covariance.sandwich(strengths.inverse(), likelihood.scoreSquares(at, pairs), models, 1);
            case FISHER -> Covariance.fisher(strengths.inverse(), models);
            case ARENA ->
                Covariance.arena(
                        likelihood.information(at), likelihood.scoreSquares(at, pairs), models, strengths.weight());
        };
        return new Uncertainty(covariance, CriticalValue::normal, method.label(), List.of());
    }

    static Uncertainty clustered(Strengths strengths, List<Battle> battles) {
        ClusterScores scores = ClusterScores.of(
                strengths.likelihood(),
                strengths.optimum().at(),
                battles,
                strengths.counts().models());
        int clusters = scores.clusters();
        if (clusters < 2) {
            throw new EvalkitException("Clustered standard errors need at least two judges: found " + clusters + ".");
        }
        Covariance covariance = Covariance.sandwich(
                strengths.inverse(), scores.squares(), strengths.likelihood().models(), clusters / (clusters - 1.0));
        return new Uncertainty(
                covariance,
                level -> CriticalValue.student(level, clusters - 1.0),
                "sandwich_cr1",
                clusters < FEW_CLUSTERS
                        ? List.of("Only " + clusters + " judges: intervals over fewer than " + FEW_CLUSTERS
                                + " clusters are too narrow.")
                        : List.of());
    }

    ConfidenceInterval interval(double value, double standardError, double level) {
        double width = standardErrors(level) * standardError;
        List<String> all = standardError > NO_SPREAD
                ? warnings
                : List.of("All battles went as expected, so that the interval has no width");
        return new ConfidenceInterval(value - width, value + width, level, method, all);
    }

    /** How many standard errors a two-sided interval goes to each side. */
    double standardErrors(double level) {
        return critical.applyAsDouble(level);
    }
}
