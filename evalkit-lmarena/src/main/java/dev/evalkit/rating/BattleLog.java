package dev.evalkit.rating;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Battles one by one in the order of the file, for what needs their order ({@link Elo}) or the judge of each ({@link
 * BradleyTerry#fitClustered}). It grows by some 50 bytes a battle, where a {@link PairAccumulator} grows with the pairs
 * only. Not thread-safe: one log for each part.
 */
public final class BattleLog {
    private final List<Battle> battles = new ArrayList<>();
    private final Map<String, String> names = new HashMap<>();
    private Dropped dropped = Dropped.NONE;

    /** Appends a battle; self-battles and blank model names are dropped and counted. */
    public void add(Battle battle) {
        if (battle.isUsable()) {
            append(battle);
        } else {
            dropped = dropped.plusUnusable(battle);
        }
    }

    /** Counts a row whose label names no outcome. */
    public void dropUnknownLabel() {
        dropped = dropped.plusUnknownLabel();
    }

    /** Appends what another log, which stays as it is, holds of a later part of the battles. */
    public void merge(BattleLog later) {
        later.battles.forEach(this::append);
        dropped = dropped.plus(later.dropped);
    }

    /** The battles that were kept, in order; a view. */
    public List<Battle> battles() {
        return Collections.unmodifiableList(battles);
    }

    /** The battles that were dropped. */
    public Dropped dropped() {
        return dropped;
    }

    /** The battles added up per pair. */
    public PairCounts counts() {
        PairAccumulator sums = new PairAccumulator();
        battles.forEach(sums::add);
        PairCounts counts = sums.finish();
        return new PairCounts(counts.models(), counts.pairs(), dropped);
    }

    private void append(Battle battle) {
        String judge = battle.judge();
        battles.add(new Battle(
                shared(battle.first()),
                shared(battle.second()),
                battle.preference(),
                battle.weight(),
                judge == null ? null : shared(judge)));
    }

    /** One string for each name: a name read from a file is a new string in every row. */
    private String shared(String name) {
        String known = names.putIfAbsent(name, name);
        return known == null ? name : known;
    }
}
