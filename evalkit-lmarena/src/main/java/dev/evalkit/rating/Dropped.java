package dev.evalkit.rating;

/**
 * How many battles could not be used, by reason.
 *
 * @param selfBattles a model compared with itself
 * @param unknownLabels the label names no outcome
 * @param unnamedModels a model's name is blank
 */
public record Dropped(long selfBattles, long unknownLabels, long unnamedModels) {

    static final Dropped NONE = new Dropped(0, 0, 0);

    /** All battles that were dropped. */
    public long total() {
        return selfBattles + unknownLabels + unnamedModels;
    }

    /** The counts of two parts together. */
    Dropped plus(Dropped other) {
        return new Dropped(
                selfBattles + other.selfBattles,
                unknownLabels + other.unknownLabels,
                unnamedModels + other.unnamedModels);
    }

    /** These counts and one battle whose models cannot be compared. */
    Dropped plusUnusable(Battle battle) {
        return battle.isNamed()
                ? new Dropped(selfBattles + 1, unknownLabels, unnamedModels)
                : new Dropped(selfBattles, unknownLabels, unnamedModels + 1);
    }

    Dropped plusUnknownLabel() {
        return new Dropped(selfBattles, unknownLabels + 1, unnamedModels);
    }
}
