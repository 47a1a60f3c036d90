package dev.evalkit.report.html;

import java.util.Map;

/** What the methods that results and tests name are, and what they assume, in a sentence each. */
final class Methods {
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry(
                    "mcnemar_exact",
                    "McNemar's exact test: of the samples on which the runs differ, did more get worse than better? Assumes independent samples."),
            Map.entry(
                    "mcnemar_mid_p",
                    "McNemar's test with mid-p, a little less conservative than the exact one. Assumes independent samples."),
            Map.entry(
                    "tango",
                    "Tango's score interval for the difference of paired shares. Assumes independent samples."),
            Map.entry(
                    "tango_deff",
                    "Tango's score interval on as many samples as the clusters are worth. Assumes independent clusters."),
            Map.entry("cluster_sign_flips", "The signs of whole clusters are flipped. Assumes independent clusters."),
            Map.entry("sign_flips", "The signs of the samples' differences are flipped. Assumes independent samples."),
            Map.entry(
                    "paired_t",
                    "Student's t of the samples' differences. Assumes independent samples, enough of them for a mean to be normal."),
            Map.entry(
                    "cr1_t",
                    "Student's t with a cluster-robust standard error (CR1). Assumes independent clusters, thirty or more of them."),
            Map.entry(
                    "prediction_swaps",
                    "The two runs' predictions are swapped sample by sample. Assumes independent samples."),
            Map.entry("value_swaps", "The two runs' values are swapped sample by sample. Assumes independent samples."),
            Map.entry("label_permutation", "Samples are dealt to the two runs anew. Assumes independent samples."),
            Map.entry(
                    "welch",
                    "Welch's t of two means. Assumes independent samples, enough of them for means to be normal."),
            Map.entry("fisher_exact", "Fisher's exact test of two shares. Assumes independent samples."),
            Map.entry(
                    "newcombe",
                    "Newcombe's interval for the difference of two shares that do not pair. Assumes independent samples."),
            Map.entry(
                    "newcombe_deff",
                    "Newcombe's interval on as many samples as the clusters are worth. Assumes independent clusters."),
            Map.entry(
                    "mover",
                    "From both values and their intervals alone (MOVER), as there are no scores on both sides that could be compared."),
            Map.entry(
                    "mover_order_statistics",
                    "From order statistics of both sides, as a ratio (MOVER). Assumes independent samples."),
            Map.entry("wilson", "Wilson's score interval of a share. Assumes independent samples."),
            Map.entry(
                    "clopper_pearson",
                    "Clopper's and Pearson's exact interval of a share. Assumes independent samples."),
            Map.entry("order_statistics", "Ranks around the quantile. Assumes independent samples."),
            Map.entry(
                    "multinomial_bootstrap_percentile",
                    "Samples are drawn anew from the counts of labels and predictions. Assumes independent samples."),
            Map.entry(
                    "student_t",
                    "Student's t interval of a mean. Assumes independent samples, enough of them for a mean to be normal."),
            Map.entry(
                    "wilson_deff",
                    "Wilson's score interval on as many samples as the clusters are worth. Assumes independent clusters."),
            Map.entry(
                    "order_statistics_deff",
                    "Ranks around the quantile, for as many samples as the clusters are worth. Assumes independent clusters."),
            Map.entry(
                    "cr1_welch",
                    "Welch's t with cluster-robust standard errors (CR1). Assumes independent clusters, thirty or more of them."),
            Map.entry(
                    "paired_z",
                    "The normal test of the samples' differences. Assumes independent samples, enough of them for a mean to be normal."),
            Map.entry(
                    "sandwich",
                    "Standard errors of ratings that hold where the model of battles does not (the sandwich). Assumes independent battles."),
            Map.entry(
                    "sandwich_cr1",
                    "The same with the battles of one judge taken together. Assumes independent judges, thirty or more of them."),
            Map.entry("bootstrap_percentile", "Samples are drawn anew. Assumes independent samples."),
            Map.entry("cluster_bootstrap_percentile", "Clusters are drawn anew. Assumes independent clusters."));

    private Methods() {}

    /** The sentence, or nothing where the name says it all. */
    static String words(String name) {
        return WORDS.getOrDefault(name, "");
    }
}
