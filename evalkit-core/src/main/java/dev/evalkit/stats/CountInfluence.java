package dev.evalkit.stats;

import java.util.Arrays;
import java.util.List;

/**
 * By how much one sample moves a count metric, to first order: the influence function of Hampel 1974, which depends on the sample's label and
 * prediction only. Influences average 0 over the samples, so the mean of the pseudo-values (value + influence) is the metric, and their standard
 * error, plain or clustered, is that of the metric (the delta method).
 *
 * <p>With shares r_k of label k, c_k of prediction k and t_k of both, and [.] 1 where true and 0 elsewhere, for a sample with label l and prediction
 * p:
 *
 * <ul>
 *   <li>accuracy A = Σ t_k: [l = p] − A
 *   <li>precision P_k = t_k/c_k: ([l = p = k] − P_k [p = k])/c_k
 *   <li>recall R_k = t_k/r_k: ([l = p = k] − R_k [l = k])/r_k
 *   <li>F_k = 2t_k/(r_k + c_k): (2 [l = p = k] − F_k ([l = k] + [p = k]))/(r_k + c_k)
 *   <li>macro: the average over classes; micro: as accuracy
 *   <li>weighted W = Σ r_k S_k, by the product rule: Σ r_k · (influence on S_k) + S_l − W
 * </ul>
 *
 * <p>A score that is 0/0 counts as 0 and has influence 0. Immutable.
 */
public final class CountInfluence {
    private final double value;
    private final double constant;
    private final double[] onHit;
    private final double[] onLabel;
    private final double[] onPrediction;

    private CountInfluence(double value, double constant, int classes) {
        this.value = value;
        this.constant = constant;
        onHit = new double[classes];
        onLabel = new double[classes];
        onPrediction = new double[classes + 1];
    }

    static CountInfluence ofAccuracy(double accuracy, int classes) {
        CountInfluence influence = new CountInfluence(accuracy, -accuracy, classes);
        Arrays.fill(influence.onHit, 1);
        return influence;
    }

    static CountInfluence ofClass(ClassScore score, int index, ClassTallies tallies) {
        CountInfluence influence = new CountInfluence(score.value(tallies, index), 0, tallies.classes());
        influence.addClass(score, index, tallies, 1);
        return influence;
    }

    static CountInfluence ofMacro(ClassScore score, double value, ClassTallies tallies) {
        CountInfluence influence = new CountInfluence(value, 0, tallies.classes());
        int occurring = tallies.occurring();
        for (int k = 0; k < tallies.classes(); k++) {
            influence.addClass(score, k, tallies, 1.0 / occurring);
        }
        return influence;
    }

    static CountInfluence ofWeighted(ClassScore score, double value, ClassTallies tallies) {
        CountInfluence influence = new CountInfluence(value, -value, tallies.classes());
        for (int k = 0; k < tallies.classes(); k++) {
            influence.addClass(score, k, tallies, (double) tallies.labelled(k) / tallies.samples());
            influence.onLabel[k] += score.value(tallies, k);
        }
        return influence;
    }

    private void addClass(ClassScore score, int k, ClassTallies tallies, double weight) {
        long denominator = score.denominator(tallies, k);
        if (denominator > 0) {
            double scale = weight * tallies.samples() / denominator;
            double s = score.value(tallies, k);
            onHit[k] += scale * score.hitWeight();
            onLabel[k] -= scale * s * score.labelWeight();
            onPrediction[k] -= scale * s * score.predictionWeight();
        }
    }

    /** The metric. */
    public double value() {
        return value;
    }

    /** The influence of one sample with this label and prediction. */
    public double of(int label, int prediction) {
        double influence = constant + onLabel[label] + onPrediction[prediction];
        return label == prediction ? influence + onHit[label] : influence;
    }

    /** The metric plus the influence of one sample with this label and prediction: the score that is paired between runs. */
    public double pseudoValue(int label, int prediction) {
        return value + of(label, prediction);
    }

    /** The moments of the pseudo-values of some of the samples, in counts: all of them, or those of one cluster. */
    public Moments pseudoValues(ConfusionMatrix samples) {
        long n = samples.samples();
        double sum = 0;
        for (ConfusionMatrix.Cell cell : samples.cells()) {
            sum += cell.count() * of(cell.label(), cell.prediction());
        }
        double mean = sum / n;
        double squares = 0;
        for (ConfusionMatrix.Cell cell : samples.cells()) {
            double deviation = of(cell.label(), cell.prediction()) - mean;
            squares += cell.count() * deviation * deviation;
        }
        return new Moments(n, value + mean, squares);
    }

    /**
     * The metric as a clustered mean of pseudo-values.
     *
     * @param clusters the counts of each cluster; together they are the counts that the influence was made from
     */
    public ClusteredMean clustered(List<ConfusionMatrix> clusters) {
        return ClusteredMean.of(clusters.stream().map(this::pseudoValues).toList());
    }
}
