package dev.evalkit.repository;

import dev.evalkit.io.Slugs;
import dev.evalkit.io.Timestamps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a run's folder, {@code <model>_<scenario>_<ts>}.
 *
 * @param pair what stands before the time: model and scenario, joined in a way that cannot always be taken apart
 * @param time the time in the name
 */
record RunFolderName(String pair, Instant time) {
    private static final Pattern COUNTER = Pattern.compile("-[0-9]{1,5}$");

    /** The name for a new run. */
    static String of(RunKey key, Instant started) {
        return prefix(key) + Timestamps.format(started);
    }

    /** What the names of all runs of a pair begin with. */
    static String prefix(RunKey key) {
        return Slugs.of(key.model()) + "_" + Slugs.of(key.scenario()) + "_";
    }

    /** What a name says, if it has the form; a counter at its end does not matter. */
    static Optional<RunFolderName> parse(String name) {
        int last = name.lastIndexOf('_');
        if (last <= 0) {
            return Optional.empty();
        }
        return Timestamps.parse(COUNTER.matcher(name.substring(last + 1)).replaceFirst(""))
                .map(time -> new RunFolderName(name.substring(0, last), time));
    }

    /**
     * The pairs that the name may mean. Both parts may hold underscores, so where the name can be cut in several places known ids decide: both
     * parts known, else one of them; else the model is what stands before the first underscore.
     *
     * @return one pair where the name is clear, several where it is not, none where it has no underscore
     */
    List<RunKey> candidates(Collection<String> models, Collection<String> scenarios) {
        List<RunKey> both = new ArrayList<>();
        List<RunKey> either = new ArrayList<>();
        List<RunKey> any = new ArrayList<>();
        for (int cut = pair.indexOf('_', 1); cut > 0 && cut < pair.length() - 1; cut = pair.indexOf('_', cut + 1)) {
            String model = pair.substring(0, cut);
            String scenario = pair.substring(cut + 1);
            Optional<String> knownModel = known(model, models);
            Optional<String> knownScenario = known(scenario, scenarios);
            RunKey key = new RunKey(knownModel.orElse(model), knownScenario.orElse(scenario));
            any.add(key);
            if (knownModel.isPresent() || knownScenario.isPresent()) {
                either.add(key);
            }
            if (knownModel.isPresent() && knownScenario.isPresent()) {
                both.add(key);
            }
        }
        if (!both.isEmpty()) {
            return List.copyOf(both);
        }
        return either.isEmpty() ? any.stream().limit(1).toList() : List.copyOf(either);
    }

    private static Optional<String> known(String part, Collection<String> ids) {
        if (ids.contains(part)) {
            return Optional.of(part);
        }
        return ids.stream().filter(id -> Slugs.of(id).equals(part)).findFirst();
    }
}
