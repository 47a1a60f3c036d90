package dev.evalkit.stats;

import java.util.List;

/** A metric in [0, 1] that follows from a confusion matrix. A class score that is 0/0 counts as 0, and {@link #warnings} says so. */
public sealed interface CountMetric {
    /**
     * The value.
     *
     * @param tallies totals with one sample or more
     */
    double value(ClassTallies tallies);

    /** The influence of each cell on the value. */
    CountInfluence influence(ClassTallies tallies);

    /** What a reader should know of the value, e.g. that a class was never predicted. */
    List<String> warnings(ClassTallies tallies);

    /** The value for a confusion matrix. */
    default double value(ConfusionMatrix matrix) {
        return value(matrix.tallies());
    }

    /** The influence of each cell of a confusion matrix on the value. */
    default CountInfluence influence(ConfusionMatrix matrix) {
        return influence(matrix.tallies());
    }

    /** The share of samples whose prediction is their label. */
    record Accuracy() implements CountMetric {
        @Override
        public double value(ClassTallies tallies) {
            return tallies.accuracy();
        }

        @Override
        public CountInfluence influence(ClassTallies tallies) {
            return CountInfluence.ofAccuracy(tallies.accuracy(), tallies.classes());
        }

        @Override
        public List<String> warnings(ClassTallies tallies) {
            return List.of();
        }
    }

    /**
     * A score of one class.
     *
     * @param score precision, recall or F1
     * @param index the class, from 0
     */
    record OfClass(ClassScore score, int index) implements CountMetric {
        @Override
        public double value(ClassTallies tallies) {
            return score.value(tallies, index);
        }

        @Override
        public CountInfluence influence(ClassTallies tallies) {
            return CountInfluence.ofClass(score, index, tallies);
        }

        @Override
        public List<String> warnings(ClassTallies tallies) {
            return score.denominator(tallies, index) > 0
                    ? List.of()
                    : List.of("The class is " + score.undefinedWhen() + ": its " + score.label()
                            + " is 0/0 and counts as 0");
        }
    }

    /**
     * A score averaged over classes.
     *
     * @param score precision, recall or F1
     * @param averaging how the classes are averaged
     */
    record Averaged(ClassScore score, Averaging averaging) implements CountMetric {
        @Override
        public double value(ClassTallies tallies) {
            double accuracy = tallies.accuracy();
            if (averaging == Averaging.MICRO) {
                return accuracy;
            }
            double sum = 0;
            double weights = 0;
            for (int k = 0; k < tallies.classes(); k++) {
                long weight = weight(tallies, k);
                if (weight > 0) {
                    sum += weight * score.value(tallies, k);
                    weights += weight;
                }
            }
            return sum / weights;
        }

        @Override
        public CountInfluence influence(ClassTallies tallies) {
            double value = value(tallies);
            return switch (averaging) {
                case MACRO -> CountInfluence.ofMacro(score, value, tallies);
                case MICRO -> CountInfluence.ofAccuracy(value, tallies.classes());
                case WEIGHTED -> CountInfluence.ofWeighted(score, value, tallies);
            };
        }

        @Override
        public List<String> warnings(ClassTallies tallies) {
            int undefined = 0;
            for (int k = 0; k < tallies.classes(); k++) {
                if (weight(tallies, k) > 0 && score.denominator(tallies, k) == 0) {
                    undefined++;
                }
            }
            return undefined == 0
                    ? List.of()
                    : List.of("The " + score.label() + " of classes that are " + score.undefinedWhen() + " ("
                            + undefined + " of " + tallies.occurring() + ") is 0/0 and counts as 0");
        }

        /** The weight of a class in the average; micro averages have none per class. */
        private long weight(ClassTallies tallies, int k) {
            return switch (averaging) {
                case MACRO -> tallies.occurs(k) ? 1 : 0;
                case MICRO -> 0;
                case WEIGHTED -> tallies.labelled(k);
            };
        }
    }
}
