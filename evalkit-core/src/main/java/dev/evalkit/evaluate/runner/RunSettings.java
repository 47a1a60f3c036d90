package dev.evalkit.evaluate.runner;

import java.time.Clock;
import java.util.List;

/**
 * What the one who starts a run decides.
 *
 * @param indicators the indicators to evaluate; empty for those that the scenario names
 * @param seed the seed of everything random
 * @param level the confidence level of intervals, in (0, 1)
 * @param threads how many indicators are evaluated side by side, and how many threads read a file; results do not depend on it
 * @param keepScores whether each sample's score is kept, which later diffs need to pair samples
 * @param allowScripts whether scripts of the repository may run
 * @param python the Python interpreter
 * @param toolVersion evalkit's version, for {@code run.json}
 * @param clock where the time of the run comes from
 */
public record RunSettings(
        List<String> indicators,
        long seed,
        double level,
        int threads,
        boolean keepScores,
        boolean allowScripts,
        String python,
        String toolVersion,
        Clock clock) {

    public RunSettings {
        indicators = List.copyOf(indicators);
        if (threads < 1) {
            throw new IllegalArgumentException("Threads must be 1 or more: " + threads);
        }
    }

    /** The scenario's indicators, seed 0, 95 %, all processors, scores kept, scripts not allowed, {@code python3}. */
    public static RunSettings withDefaults(String toolVersion) {
        return new RunSettings(
                List.of(),
                0,
                0.95,
                Runtime.getRuntime().availableProcessors(),
                true,
                false,
                "python3",
                toolVersion,
                Clock.systemUTC());
    }

    /** The same with these indicators instead of the scenario's. */
    public RunSettings withIndicators(List<String> chosen) {
        return new RunSettings(chosen, seed, level, threads, keepScores, allowScripts, python, toolVersion, clock);
    }

    /** The same with another seed. */
    public RunSettings withSeed(long newSeed) {
        return new RunSettings(
                indicators, newSeed, level, threads, keepScores, allowScripts, python, toolVersion, clock);
    }

    /** The same with intervals at another level. */
    public RunSettings withLevel(double newLevel) {
        return new RunSettings(
                indicators, seed, newLevel, threads, keepScores, allowScripts, python, toolVersion, clock);
    }

    /** The same on another number of threads. */
    public RunSettings withThreads(int newThreads) {
        return new RunSettings(
                indicators, seed, level, newThreads, keepScores, allowScripts, python, toolVersion, clock);
    }

    /** The same with scores kept or not. */
    public RunSettings withKeepScores(boolean keep) {
        return new RunSettings(indicators, seed, level, threads, keep, allowScripts, python, toolVersion, clock);
    }

    /** The same with scripts allowed or not. */
    public RunSettings withAllowScripts(boolean allow) {
        return new RunSettings(indicators, seed, level, threads, keepScores, allow, python, toolVersion, clock);
    }

    /** The same with another Python interpreter. */
    public RunSettings withPython(String interpreter) {
        return new RunSettings(
                indicators, seed, level, threads, keepScores, allowScripts, interpreter, toolVersion, clock);
    }

    /** The same at the time of another clock. */
    public RunSettings withClock(Clock newClock) {
        return new RunSettings(
                indicators, seed, level, threads, keepScores, allowScripts, python, toolVersion, newClock);
    }
}
