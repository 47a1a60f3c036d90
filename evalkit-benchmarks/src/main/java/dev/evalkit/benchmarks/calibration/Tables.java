package dev.evalkit.benchmarks.calibration;

import dev.evalkit.evaluate.score.RowKey;
import dev.evalkit.evaluate.score.ScoreColumn;
import dev.evalkit.evaluate.score.ScoreTable;
import dev.evalkit.evaluate.score.ScoreTableBuilder;
import java.util.List;
import java.util.stream.IntStream;

/** Score tables of simulated samples, whose ids are their numbers. */
final class Tables {
    static final String SCORE = "score";
    static final String LABEL = "label";
    static final String PREDICTION = "prediction";

    private Tables() {}

    static ScoreTable ofScores(double[] scores) {
        ScoreTableBuilder builder = new ScoreTableBuilder(List.of(ScoreColumn.number(SCORE)), List.of(), false);
        for (double score : scores) {
            builder.add(RowKey.NONE, new double[] {score}, new String[1]);
        }
        return builder.build(ids(scores.length));
    }

    static ScoreTable ofPredictions(String[] labels, String[] predictions) {
        ScoreTableBuilder builder =
                new ScoreTableBuilder(List.of(ScoreColumn.text(LABEL), ScoreColumn.text(PREDICTION)), List.of(), false);
        for (int i = 0; i < labels.length; i++) {
            builder.add(RowKey.NONE, new double[2], new String[] {labels[i], predictions[i]});
        }
        return builder.build(ids(labels.length));
    }

    private static List<String> ids(int n) {
        return IntStream.range(0, n)
                .mapToObj(i -> Integer.toString(1_000_000 + i))
                .toList();
    }
}
