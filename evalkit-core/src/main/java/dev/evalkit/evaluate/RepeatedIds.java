package dev.evalkit.evaluate;

import dev.evalkit.EvalkitException;
import dev.evalkit.Location;
import dev.evalkit.sample.Sample;
import dev.evalkit.sample.SampleFold;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A second look at the samples whose ids have equal hashes: which id occurs twice, and where. */
final class RepeatedIds implements SampleFold<RepeatedIds.Seen> {
    private final ScoredEvaluation evaluation;
    private final long[] hashes;
    private final String file;

    RepeatedIds(ScoredEvaluation evaluation, long[] hashes, String file) {
        this.evaluation = evaluation;
        this.hashes = hashes;
        this.file = file;
    }

    /** The ids that were looked at with the place of the first, and the first that occurred again. */
    static final class Seen {
        private final Map<String, Location> first = new LinkedHashMap<>();
        private @Nullable String repeated;
        private @Nullable Location again;

        private void add(String id, Location place) {
            if (first.putIfAbsent(id, place) != null && repeated == null) {
                repeated = id;
                again = place;
            }
        }

        /** Fails if an id occurred twice. */
        void check() {
            if (repeated != null && again != null) {
                throw new EvalkitException(
                        again,
                        "the id '" + repeated + "' stands at " + first.get(repeated)
                                + " already; give each sample an id of its own, or name the column with --id");
            }
        }
    }

    @Override
    public Seen create() {
        return new Seen();
    }

    @Override
    public void add(Seen seen, Sample sample) {
        String id = evaluation.id(sample);
        if (id != null && Arrays.binarySearch(hashes, IdHashes.hash(id)) >= 0) {
            seen.add(id, Location.of(file, (int) Math.min(sample.line(), Integer.MAX_VALUE)));
        }
    }

    @Override
    public Seen merge(Seen earlier, Seen later) {
        later.first.forEach(earlier::add);
        if (earlier.repeated == null) {
            earlier.repeated = later.repeated;
            earlier.again = later.again;
        }
        return earlier;
    }
}
