package dev.evalkit.rating;

import dev.evalkit.EvalkitException;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Online Elo (Elo 1978): every battle moves both models by K times how much it surprised. The result depends on the order of
 * the battles; where that carries no meaning, use {@link BradleyTerry}.
 *
 * @param k the most that one battle moves a rating, in points, above 0
 * @param initial the rating in points that every model starts with
 * @param scale how differences become expected scores
 */
public record Elo(double k, double initial, RatingScale scale) {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if K is not a finite number above 0 or the initial rating is not finite
     */
    public Elo {
        if (!(k > 0 && k < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("Elo's K must be finite and above 0: " + k);
        }
        if (!Double.isFinite(initial)) {
            throw new IllegalArgumentException("The initial rating must be finite: " + initial);
        }
    }

    /** K = 4, initial rating 1000, 400 points for odds of 10: what leaderboards of language models used. */
    public static Elo withDefaults() {
        return new Elo(4, 1000, RatingScale.ELO);
    }

    /** With another K. */
    public Elo withK(double newK) {
        return new Elo(newK, initial, scale);
    }

    /** With another initial rating. */
    public Elo withInitial(double newInitial) {
        return new Elo(k, newInitial, scale);
    }

    /** With another scale. */
    public Elo with(RatingScale newScale) {
        return new Elo(k, initial, newScale);
    }

    /**
     * Rates the models by the battles in the order of the log; a tie scores one half, a soft preference its share.
     *
     * @return points by model, sorted by name
     * @throws EvalkitException if a battle has a weight other than 1
     */
    public Map<String, Double> rate(BattleLog log) {
        Map<String, Double> ratings = new HashMap<>();
        for (Battle battle : log.battles()) {
            if (battle.weight() != 1) {
                throw new EvalkitException(
                        "Online Elo knows no weights: found " + battle.weight() + " between '" + battle.first()
                                + "' and '" + battle.second() + "'. Leave the weights out, or use Bradley-Terry.");
            }
            double first = ratings.getOrDefault(battle.first(), initial);
            double second = ratings.getOrDefault(battle.second(), initial);
            double score = battle.preference().score();
            ratings.put(battle.first(), first + k * (score - scale.expectedScore(first - second)));
            ratings.put(battle.second(), second + k * (1 - score - scale.expectedScore(second - first)));
        }
        return Collections.unmodifiableMap(new TreeMap<>(ratings));
    }
}
