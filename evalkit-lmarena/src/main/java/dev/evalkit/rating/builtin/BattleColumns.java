package dev.evalkit.rating.builtin;

import dev.evalkit.evaluate.Arguments;
import dev.evalkit.rating.Battle;
import dev.evalkit.rating.Outcome;
import dev.evalkit.rating.Preference;
import dev.evalkit.rating.SoftPreference;
import dev.evalkit.sample.BadSampleException;
import dev.evalkit.sample.Column;
import dev.evalkit.sample.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a battle stands in a record.
 *
 * <ul>
 *   <li>{@code --model-a COLUMN}, {@code --model-b COLUMN} (else {@code model_a} and {@code model_b}, else {@code left} and {@code right}): the two models;
 *   <li>{@code --winner COLUMN} (else {@code winner}): the label, as {@link Outcome#ofLabel} knows it;
 *   <li>or {@code --preference COLUMN}: a number from 0 to 1, the share of the first model;
 *   <li>{@code --weight COLUMN}: how much the battle counts, above 0 (else 1);
 *   <li>{@code --judge COLUMN}: who compared.
 * </ul>
 */
final class BattleColumns {
    private static final int NONE = -1;

    private final List<Column> columns = new ArrayList<>();
    private final int[] first;
    private final int[] second;
    private final int winner;
    private final int preference;
    private final int weight;
    private final int judge;

    private BattleColumns(Arguments arguments, boolean hasJudge) {
        first = names(arguments, "model-a", "model_a", "left");
        second = names(arguments, "model-b", "model_b", "right");
        Optional<String> soft = arguments.text("preference");
        Optional<String> label = arguments.text("winner");
        if (soft.isPresent() && label.isPresent()) {
            throw arguments.conflict("--preference with --winner", "give either");
        }
        preference = soft.map(this::add).orElse(NONE);
        winner = soft.isPresent() ? NONE : add(label.orElse("winner"));
        weight = arguments.text("weight").map(this::add).orElse(NONE);
        judge = hasJudge ? arguments.text("judge").map(this::add).orElse(NONE) : NONE;
    }

    /** Without a judge. */
    static BattleColumns from(Arguments arguments) {
        return new BattleColumns(arguments, false);
    }

    /** With a judge where one is named. */
    static BattleColumns withJudge(Arguments arguments) {
        return new BattleColumns(arguments, true);
    }

    private int[] names(Arguments arguments, String option, String usual, String other) {
        Optional<String> named = arguments.text(option);
        if (named.isPresent()) {
            return new int[] {add(named.get())};
        }
        columns.add(Column.optional(usual));
        columns.add(Column.optional(other));
        return new int[] {columns.size() - 2, columns.size() - 1};
    }

    private int add(String column) {
        columns.add(Column.required(column));
        return columns.size() - 1;
    }

    List<Column> columns() {
        return List.copyOf(columns);
    }

    boolean hasJudge() {
        return judge != NONE;
    }

    boolean hasWeight() {
        return weight != NONE;
    }

    /** The first model; blank where none is named. */
    String first(Sample sample) {
        return name(sample, first);
    }

    /** The second model; blank where none is named. */
    String second(Sample sample) {
        return name(sample, second);
    }

    private static String name(Sample sample, int... columns) {
        for (int column : columns) {
            if (!sample.isMissing(column)) {
                return sample.text(column);
            }
        }
        return "";
    }

    /**
     * Which side was preferred; empty where the label names no outcome.
     *
     * @throws BadSampleException if a share is not from 0 to 1
     */
    Optional<? extends Preference> preference(Sample sample) {
        int column = preference == NONE ? winner : preference;
        if (sample.isMissing(column)) {
            return Optional.empty();
        }
        if (preference == NONE) {
            return Outcome.ofLabel(sample.text(winner));
        }
        double share = sample.number(preference);
        if (!(share >= 0 && share <= 1)) {
            throw new BadSampleException(preference, Double.toString(share), "a preference from 0 to 1");
        }
        return Optional.of(new SoftPreference(share));
    }

    /**
     * The battle; empty where the label names no outcome.
     *
     * @throws BadSampleException if a number is out of its range
     */
    Optional<Battle> battle(Sample sample) {
        Optional<? extends Preference> preferred = preference(sample);
        if (preferred.isEmpty()) {
            return Optional.empty();
        }
        Battle battle = Battle.of(first(sample), second(sample), preferred.get());
        if (weight != NONE) {
            battle = battle.weighted(weight(sample));
        }
        if (judge != NONE) {
            if (sample.isMissing(judge)) {
                throw new BadSampleException(judge, "nothing", "who judged");
            }
            battle = battle.judgedBy(sample.text(judge));
        }
        return Optional.of(battle);
    }

    private double weight(Sample sample) {
        double value = sample.isMissing(weight) ? Double.NaN : sample.number(weight);
        if (!(value > 0)) {
            throw new BadSampleException(
                    weight, Double.isNaN(value) ? "nothing" : Double.toString(value), "a weight above 0");
        }
        return value;
    }
}
