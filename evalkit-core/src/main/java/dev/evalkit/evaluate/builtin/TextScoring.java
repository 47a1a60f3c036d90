package dev.evalkit.evaluate.builtin;

import dev.evalkit.evaluate.Arguments;
import dev.evalkit.evaluate.Output;
import dev.evalkit.evaluate.ScoreRow;
import dev.evalkit.evaluate.Scoring;
import dev.evalkit.evaluate.score.Mean;
import dev.evalkit.evaluate.score.ScoreColumn;
import dev.evalkit.evaluate.score.ScoreTable;
import dev.evalkit.sample.BadSampleException;
import dev.evalkit.sample.Column;
import dev.evalkit.sample.Sample;
import java.util.List;

/**
 * Scores a text by the best match with one of its references.
 *
 * @param columns the references and the prediction
 * @param normalizes whether texts are compared as SQuAD does, or as they are
 * @param byWords whether the score is the F1 of their words, or whether they are equal
 */
record TextScoring(List<Column> columns, boolean normalizes, boolean byWords) implements Scoring {
    private static final String SCORE = "score";

    TextScoring {
        columns = List.copyOf(columns);
    }

    private enum Normalize {
        SQUAD,
        NONE
    }

    /** {@code --label}, {@code --prediction}, {@code --normalize}. */
    static TextScoring from(Arguments arguments, boolean byWords) {
        return new TextScoring(
                List.of(
                        Column.required(arguments.text("label", "label")),
                        Column.required(arguments.text("prediction", "prediction"))),
                arguments.choice("normalize", Normalize.class, Normalize.SQUAD) == Normalize.SQUAD,
                byWords);
    }

    @Override
    public List<Column> referenceColumns() {
        return List.of(columns.get(0));
    }

    @Override
    public List<ScoreColumn> scoreColumns() {
        return List.of(ScoreColumn.number(SCORE));
    }

    @Override
    public void score(Sample sample, ScoreRow row) {
        if (sample.isMissing(0)) {
            throw new BadSampleException(0, "nothing", "a reference, or several");
        }
        List<String> references = sample.texts(0);
        row.set(0, sample.isMissing(1) ? 0 : best(references.isEmpty() ? List.of("") : references, sample.text(1)));
    }

    private double best(List<String> references, String prediction) {
        String found = prepared(prediction);
        double best = 0;
        for (String wanted : comparable(references)) {
            best = Math.max(best, byWords ? SquadText.f1(wanted, found) : wanted.equals(found) ? 1 : 0);
        }
        return best;
    }

    /** The references as they are compared; those of which nothing is left do not count beside others, as in the script of SQuAD 2.0. */
    private List<String> comparable(List<String> references) {
        List<String> all = references.stream().map(this::prepared).toList();
        List<String> some = all.stream().filter(text -> !text.isEmpty()).toList();
        return some.isEmpty() ? all : some;
    }

    private String prepared(String text) {
        return normalizes ? SquadText.normalize(text) : text;
    }

    @Override
    public List<Output> outputs(ScoreTable table) {
        return List.of(Output.ratio("", new Mean(SCORE), true));
    }
}
