package dev.evalkit.evaluate.score;

/** How intervals are found, where a user wants another way than the statistic's own. */
public enum CiMethod {
    /** What suits the statistic and the data. */
    AUTO(""),
    /** Wilson's score interval, for proportions. */
    WILSON("wilson"),
    /** The exact interval of Clopper and Pearson, for proportions without clusters. */
    CLOPPER_PEARSON("clopper_pearson"),
    /** Student's t over scores; for counts over their influence scores. */
    T("_t"),
    /** The multinomial bootstrap over count cells, for precision, recall and F1 without clusters. */
    BOOTSTRAP("bootstrap");

    private final String part;

    CiMethod(String part) {
        this.part = part;
    }

    /** Whether an interval was found this way, by the name of its method. */
    public boolean isThatOf(String method) {
        return method.contains(part);
    }
}
