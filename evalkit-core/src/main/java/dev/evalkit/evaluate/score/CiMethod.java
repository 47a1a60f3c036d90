package dev.evalkit.evaluate.score;

/** How intervals are found, where a user wants another way than the statistic's own. */
public enum CiMethod {
    /** What suits the statistic and the data. */
    AUTO,
    /** Wilson's score interval, for proportions. */
    WILSON,
    /** The exact interval of Clopper and Pearson, for proportions without clusters. */
    CLOPPER_PEARSON,
    /** Student's t over scores; for counts over their influence scores. */
    T,
    /** The multinomial bootstrap over count cells, for precision, recall and F1 without clusters. */
    BOOTSTRAP
}
