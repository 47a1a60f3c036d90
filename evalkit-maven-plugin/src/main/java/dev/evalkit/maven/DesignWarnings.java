package dev.evalkit.maven;

import dev.evalkit.EvalkitException;
import dev.evalkit.Shown;
import dev.evalkit.diff.DesignCheck;
import dev.evalkit.diff.gate.Gate;
import dev.evalkit.repository.RunKey;
import dev.evalkit.repository.RunStore;
import dev.evalkit.repository.StoredRun;
import java.util.List;
import org.apache.maven.plugin.logging.Log;

/** Warns of baselines whose samples are too few to tell, before a second run meets them. */
final class DesignWarnings {
    /** More indicators than these are counted, not listed. */
    private static final int MOST = 10;

    private final Gate gate;
    private final Log log;

    DesignWarnings(Gate gate, Log log) {
        this.gate = gate;
        this.log = log;
    }

    /** The same for all baselines of a repository; one that cannot be read is warned of as well. */
    void ofBaselines(RunStore store) {
        store.runs().stream()
                .filter(run -> run.acceptance().isPresent())
                .map(StoredRun::key)
                .distinct()
                .forEach(key -> ofBaseline(store, key));
    }

    private void ofBaseline(RunStore store, RunKey key) {
        try {
            store.baseline(key).ifPresent(baseline -> of(baseline.run()));
        } catch (EvalkitException e) {
            log.warn(e.getMessage());
        }
    }

    void of(StoredRun accepted) {
        List<DesignCheck> weak = gate.designs(accepted).stream()
                .filter(check -> !check.canTell())
                .toList();
        if (!weak.isEmpty()) {
            log.warn(accepted.name() + " has too few samples to tell of some indicators:");
        }
        weak.stream().limit(MOST).forEach(check -> log.warn("  " + Shown.text(check.text())));
        if (weak.size() > MOST) {
            log.warn("  … and of " + (weak.size() - MOST) + " more");
        }
    }
}
