package dev.evalkit.stats;

/** How often a task is solved in k attempts, from n ≥ k attempts of which c succeeded; one value per task, averaged over tasks. */
public final class PassAtK {
    private PassAtK() {}

    /**
     * pass@k: the chance that at least one of k attempts, drawn without replacement from the n, succeeds: 1 − C(n − c, k)/C(n, k), the
     * unbiased estimator of Chen et al. 2021 (arXiv 2107.03374, equation 1).
     *
     * @param n attempts
     * @param c successes among them, 0 ≤ c ≤ n
     * @param k attempts drawn, 1 ≤ k ≤ n
     * @throws IllegalArgumentException if a count is out of range
     */
    public static double passAtK(int n, int c, int k) {
        check(n, c, k);
        return 1 - allAmong(n - c, n, k);
    }

    /**
     * pass^k: the chance that all of k attempts, drawn without replacement from the n, succeed: C(c, k)/C(n, k) (Yao et al. 2024, arXiv
     * 2406.12045, section 3).
     *
     * @param n attempts
     * @param c successes among them, 0 ≤ c ≤ n
     * @param k attempts drawn, 1 ≤ k ≤ n
     * @throws IllegalArgumentException if a count is out of range
     */
    public static double passHatK(int n, int c, int k) {
        check(n, c, k);
        return allAmong(c, n, k);
    }

    /** C(m, k)/C(n, k) as a product of ratios, none above 1, so that no binomial coefficient overflows. */
    private static double allAmong(int m, int n, int k) {
        if (m < k) {
            return 0;
        }
        double product = 1;
        for (int i = 0; i < k; i++) {
            product *= (double) (m - i) / (n - i);
        }
        return product;
    }

    private static void check(int n, int c, int k) {
        if (c < 0 || c > n) {
            throw new IllegalArgumentException("A task needs 0 <= successes <= attempts: " + c + " of " + n);
        }
        if (k < 1 || k > n) {
            throw new IllegalArgumentException("k must be between 1 and the number of attempts, " + n + ": " + k
                    + "; make more attempts per task");
        }
    }
}
