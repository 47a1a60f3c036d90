package dev.evalkit.rating.builtin;

import dev.evalkit.evaluate.Output;
import dev.evalkit.evaluate.ScoreRow;
import dev.evalkit.evaluate.Scoring;
import dev.evalkit.evaluate.score.MacroMean;
import dev.evalkit.evaluate.score.Mean;
import dev.evalkit.evaluate.score.ScoreColumn;
import dev.evalkit.evaluate.score.ScoreTable;
import dev.evalkit.evaluate.score.Statistic;
import dev.evalkit.rating.Outcome;
import dev.evalkit.rating.Preference;
import dev.evalkit.rating.TieRule;
import dev.evalkit.result.Meta;
import dev.evalkit.sample.Column;
import dev.evalkit.sample.Sample;
import java.util.List;
import java.util.Optional;

/** A battle of one model as a score: 1 for a win, 0 for a loss, 1/2 for a tie, or its share of the preference; and who the opponent was. */
final class WinScoring implements Scoring {
    private static final String WON = "won";
    private static final String OPPONENT = "opponent";

    private final BattleColumns columns;
    private final WinRateEvaluator.Rate rate;

    WinScoring(BattleColumns columns, WinRateEvaluator.Rate rate) {
        this.columns = columns;
        this.rate = rate;
    }

    @Override
    public List<Column> columns() {
        return columns.columns();
    }

    @Override
    public List<Column> referenceColumns() {
        // The model's own name is in either column, and is another one in another run.
        return List.of();
    }

    @Override
    public List<ScoreColumn> scoreColumns() {
        return List.of(ScoreColumn.number(WON), ScoreColumn.text(OPPONENT));
    }

    @Override
    public void score(Sample sample, ScoreRow row) {
        String first = columns.first(sample);
        String second = columns.second(sample);
        Optional<? extends Preference> preferred = columns.preference(sample);
        boolean isFirst = first.equals(rate.model());
        String opponent = isFirst ? second : first;
        if (first.isBlank() || second.isBlank()) {
            row.leaveOut("battle without a model's name");
        } else if (first.equals(second)) {
            row.leaveOut("battle of a model with itself");
        } else if (preferred.isEmpty()) {
            row.leaveOut("label that names no outcome");
        } else if (!isFirst && !second.equals(rate.model())) {
            row.leaveOut("battle of other models");
        } else if (rate.opponent() != null && !opponent.equals(rate.opponent())) {
            row.leaveOut("battle with another opponent");
        } else if (rate.ties() == TieRule.LEFT_OUT && preferred.get() == Outcome.TIE) {
            row.leaveOut("tie");
        } else {
            double share = preferred.get().score();
            row.set(0, isFirst ? share : 1 - share);
            row.set(1, opponent);
        }
    }

    @Override
    public List<Output> outputs(ScoreTable table) {
        Statistic statistic =
                rate.over() == WinRateEvaluator.Over.BATTLES ? new Mean(WON) : new MacroMean(WON, OPPONENT);
        return List.of(Output.ratio("", statistic, true).saying(Meta.METHOD, rate.regime()));
    }
}
