package dev.evalkit.evaluate.builtin;

import dev.evalkit.EvalkitException;
import dev.evalkit.evaluate.Arguments;
import dev.evalkit.evaluate.Evaluator;
import dev.evalkit.evaluate.Output;
import dev.evalkit.evaluate.ScoreRow;
import dev.evalkit.evaluate.ScoredEvaluation;
import dev.evalkit.evaluate.Scoring;
import dev.evalkit.evaluate.score.ClassRule;
import dev.evalkit.evaluate.score.CountScore;
import dev.evalkit.evaluate.score.Counts;
import dev.evalkit.evaluate.score.ScoreColumn;
import dev.evalkit.evaluate.score.ScoreTable;
import dev.evalkit.evaluate.score.TextColumn;
import dev.evalkit.sample.BadSampleException;
import dev.evalkit.sample.Column;
import dev.evalkit.sample.Sample;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * {@code builtin:classification}: accuracy, precision, recall and F1 of labels and predictions, averaged and for each class.
 *
 * <ul>
 *   <li>{@code --label COLUMN} (else {@code label}), {@code --prediction COLUMN} (else {@code prediction}): compared as texts; {@code --match text|value} decides
 *       whether {@code 1}, {@code "1.0"} and {@code true} are one class. A missing prediction is wrong and counts for no class, a missing label is a bad line.
 *   <li>{@code --metric f1|precision|recall|accuracy} and {@code --average macro|micro|weighted} choose the primary number, else
 *       macro F1; {@code --positive CLASS} instead of an average makes it that of one class. The others follow as {@code <id>.accuracy},
 *       {@code <id>.macro_f1}, …; those of each class as slices {@code {class: …}} of {@code <id>.precision}, {@code <id>.recall}, {@code <id>.f1}.
 *   <li>{@code --classes A,B}: the classes; another prediction is wrong and counts for none of them, another label is a bad line. Else {@code
 *       --classes-from both|labels}: whatever occurs as label or prediction (else), as in scikit-learn, or as label alone.
 * </ul>
 *
 * <p>Micro averages are accuracy, since each sample has one label and one prediction. A score that is 0/0 counts as 0, and a warning says so.
 * Intervals come from a multinomial bootstrap over the cells of the confusion matrix, those of accuracy are Wilson's; with clusters from
 * influence scores.
 */
public final class ClassificationEvaluator implements Evaluator {
    private static final String LABEL = "label";
    private static final String PREDICTION = "prediction";

    @Override
    public String name() {
        return "classification";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public ScoredEvaluation configure(Arguments arguments) {
        CountScore metric = arguments.choice("metric", CountScore.class, CountScore.F1);
        Optional<String> positive = arguments.text("positive");
        Counts.Average average = CountOptions.average(arguments);
        if (positive.isPresent()
                && (metric == CountScore.ACCURACY || arguments.text("average").isPresent())) {
            throw arguments.conflict("--positive with --average or --metric accuracy", "leave one of them out");
        }
        Agreement agreement = Agreement.from(arguments);
        ClassRule classes = CountOptions.classes(arguments, agreement);
        Counts primary = positive.isPresent()
                ? Counts.ofClass(LABEL, PREDICTION, metric, agreement.spelt(positive.get()), classes)
                : Counts.averaged(LABEL, PREDICTION, metric, average, classes);
        return ScoredEvaluation.of(
                new LabelsAndPredictions(
                        List.of(
                                Column.required(arguments.text("label", LABEL)),
                                Column.required(arguments.text("prediction", PREDICTION))),
                        agreement,
                        primary,
                        classes),
                arguments);
    }

    private record LabelsAndPredictions(List<Column> columns, Agreement agreement, Counts primary, ClassRule classes)
            implements Scoring {
        /** More classes than this are not told one by one. */
        private static final int MOST_CLASSES = 1000;

        private static final int MOST_SHOWN = 10;

        /** What programs write where they have no value. */
        private static final Set<String> MISSING = Set.of("", "nan", "null", "none", "n/a", "<na>");

        @Override
        public List<Column> referenceColumns() {
            return List.of(columns.get(0));
        }

        @Override
        public List<ScoreColumn> scoreColumns() {
            return List.of(ScoreColumn.text(LABEL), ScoreColumn.text(PREDICTION));
        }

        @Override
        public void score(Sample sample, ScoreRow row) {
            String label = agreement.spelt(Reading.required(sample, 0, "a label"));
            if (classes.kind() == ClassRule.Kind.LISTED && !classes.names().contains(label)) {
                throw new BadSampleException(0, "'" + label + "'", "one of --classes");
            }
            row.set(0, label);
            row.set(1, agreement.text(sample, 1));
        }

        @Override
        public List<Output> outputs(ScoreTable table) {
            TreeSet<String> names = names(table);
            refuseTwoSpellings(table);
            refuseUnknownClass(names, table.size());
            List<Output> outputs = new ArrayList<>();
            outputs.add(Output.ratio("", primary, true).saying("metric", CountOptions.name(primary)));
            addOther(outputs, Counts.accuracy(LABEL, PREDICTION, classes));
            addOther(outputs, averaged(CountScore.F1, Counts.Average.MICRO));
            for (Counts.Average average : List.of(Counts.Average.MACRO, Counts.Average.WEIGHTED)) {
                for (CountScore score : CountOptions.CLASS_SCORES) {
                    addOther(outputs, averaged(score, average));
                }
            }
            if (names.size() <= MOST_CLASSES) {
                for (CountScore score : CountOptions.CLASS_SCORES) {
                    for (String name : names) {
                        Counts one = Counts.ofClass(LABEL, PREDICTION, score, name, classes);
                        outputs.add(Output.ratio(score.name().toLowerCase(Locale.ROOT), one, true)
                                .ofPart("class", name));
                    }
                }
            }
            return outputs;
        }

        @Override
        public List<String> warnings(ScoreTable table) {
            List<String> warnings = new ArrayList<>();
            TreeSet<String> only = new TreeSet<>(table.texts(PREDICTION).texts());
            only.removeAll(table.texts(LABEL).texts());
            if (classes.kind() == ClassRule.Kind.BOTH && !only.isEmpty()) {
                warnings.add(only.size() + " classes occur only as predictions, e.g. '" + only.first()
                        + "', and count as 0 in macro averages; --classes-from labels leaves them out");
            }
            names(table).stream()
                    .filter(name -> MISSING.contains(name.toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .ifPresent(
                            name -> warnings.add(
                                    "'" + name
                                            + "' counts as a class; where it stands for a missing value leave the cell empty, or write null"));
            if (names(table).size() > MOST_CLASSES) {
                warnings.add("There are " + names(table).size() + " classes, too many to tell one by one");
            }
            return warnings;
        }

        private void refuseTwoSpellings(ScoreTable table) {
            if (agreement != Agreement.UNDECIDED) {
                return;
            }
            Map<String, String> byValue = new HashMap<>();
            for (TextColumn column : List.of(table.texts(LABEL), table.texts(PREDICTION))) {
                for (String text : column.texts()) {
                    String other = byValue.putIfAbsent(Spelling.value(text), text);
                    if (other != null && !other.equals(text)) {
                        throw new EvalkitException("builtin:classification: found '" + other + "' and '" + text
                                + "' among labels and predictions, expected one spelling of a class; "
                                + Agreement.CHOICE);
                    }
                }
            }
        }

        private void refuseUnknownClass(TreeSet<String> names, int samples) {
            if (primary.average() == Counts.Average.NONE && !names.contains(primary.of())) {
                throw new EvalkitException("builtin:classification: --positive is '" + primary.of()
                        + "', which is neither a label nor a prediction among " + samples
                        + (samples == 1 ? " sample" : " samples") + "; the classes are "
                        + names.stream().limit(MOST_SHOWN).collect(Collectors.joining(", "))
                        + (names.size() > MOST_SHOWN ? ", …" : "")
                        + ". Name one of them, or list all that there can be with --classes");
            }
        }

        private void addOther(List<Output> outputs, Counts counts) {
            if (!counts.equals(primary)) {
                outputs.add(Output.ratio(CountOptions.name(counts), counts, true));
            }
        }

        private Counts averaged(CountScore score, Counts.Average average) {
            return Counts.averaged(LABEL, PREDICTION, score, average, classes);
        }

        private TreeSet<String> names(ScoreTable table) {
            TreeSet<String> names = new TreeSet<>(classes.names());
            if (classes.kind() != ClassRule.Kind.LISTED) {
                names.addAll(table.texts(LABEL).texts());
            }
            if (classes.kind() == ClassRule.Kind.BOTH) {
                names.addAll(table.texts(PREDICTION).texts());
            }
            return names;
        }
    }
}
