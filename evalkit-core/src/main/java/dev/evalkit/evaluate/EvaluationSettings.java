package dev.evalkit.evaluate;

/**
 * What the one who runs an evaluation decides.
 *
 * @param level the confidence level of intervals where the arguments name none, in (0, 1)
 * @param seed the seed of whatever is random
 * @param identity what is computed, e.g. the canonical text of an item's identity: with the seed it fixes every random stream
 * @param threads how many threads read samples, 1 or more; results do not depend on it
 * @param keepScores whether score rows are kept for later diffs
 */
public record EvaluationSettings(double level, long seed, String identity, int threads, boolean keepScores) {

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if the level is not in (0, 1) or there is no thread
     */
    public EvaluationSettings {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("Confidence level must be in (0, 1): " + level);
        }
        if (threads < 1) {
            throw new IllegalArgumentException("Threads must be 1 or more: " + threads);
        }
    }

    /** 95 %, seed 0, one thread for each processor, scores kept. */
    public static EvaluationSettings withDefaults(String identity) {
        return new EvaluationSettings(0.95, 0, identity, Runtime.getRuntime().availableProcessors(), true);
    }

    /** The same at another level. */
    public EvaluationSettings withLevel(double newLevel) {
        return new EvaluationSettings(newLevel, seed, identity, threads, keepScores);
    }

    /** The same with another seed. */
    public EvaluationSettings withSeed(long newSeed) {
        return new EvaluationSettings(level, newSeed, identity, threads, keepScores);
    }

    /** The same on another number of threads. */
    public EvaluationSettings withThreads(int newThreads) {
        return new EvaluationSettings(level, seed, identity, newThreads, keepScores);
    }

    /** The same with scores kept or not. */
    public EvaluationSettings withKeepScores(boolean keep) {
        return new EvaluationSettings(level, seed, identity, threads, keep);
    }
}
