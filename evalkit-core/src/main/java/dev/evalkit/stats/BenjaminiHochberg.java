package dev.evalkit.stats;

/**
 * The step-up correction of Benjamini and Hochberg (1995, Journal of the Royal Statistical Society B 57, 289): the expected share of false
 * rejections among the rejections stays below α. For display; gates use {@link Holm}.
 */
public final class BenjaminiHochberg {
    private BenjaminiHochberg() {}

    /**
     * The adjusted p-values, in the order given: the i-th smallest becomes min over j ≥ i of p_j·m/j, at most 1.
     *
     * @param p p-values in [0, 1]
     */
    public static double[] adjust(double... p) {
        Integer[] ascending = Holm.ascending(p);
        double[] adjusted = new double[p.length];
        double running = 1;
        for (int i = p.length - 1; i >= 0; i--) {
            running = Math.min(running, p[ascending[i]] * p.length / (i + 1));
            adjusted[ascending[i]] = running;
        }
        return adjusted;
    }
}
