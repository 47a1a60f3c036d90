package dev.evalkit.repository;

import dev.evalkit.EvalkitException;
import dev.evalkit.Shown;
import java.util.List;

/** A pair has several accepted runs of which none supersedes the others, as after merging two branches. */
public final class AmbiguousBaselineException extends EvalkitException {
    private static final long serialVersionUID = 1L;

    private final transient List<StoredRun> candidates;

    private AmbiguousBaselineException(String message, List<StoredRun> candidates) {
        super(message);
        this.candidates = List.copyOf(candidates);
    }

    static AmbiguousBaselineException of(RunKey key, List<StoredRun> candidates) {
        StringBuilder message = new StringBuilder(Shown.text(key.toString()) + " has " + candidates.size()
                + " accepted runs that do not supersede one another (as after merging branches):");
        for (StoredRun run : candidates) {
            message.append("\n  ").append(Shown.text(run.name()));
            run.acceptance()
                    .ifPresent(acceptance -> message.append(" (accepted ")
                            .append(acceptance.at())
                            .append(
                                    acceptance.reason().isBlank()
                                            ? ")"
                                            : ": " + Shown.text(acceptance.reason()) + ")"));
        }
        message.append("\nAccept the one that is to stay once more; it then supersedes the others");
        return new AmbiguousBaselineException(message.toString(), candidates);
    }

    /** The runs to choose from, in the order in which they were accepted. */
    public List<StoredRun> candidates() {
        return candidates;
    }
}
