package dev.evalkit.maven;

import dev.evalkit.diff.gate.Gate;
import dev.evalkit.diff.gate.MissingBaseline;
import dev.evalkit.diff.gate.Outcome;
import dev.evalkit.report.DiffFiles;
import dev.evalkit.report.DiffTable;
import dev.evalkit.report.Judged;
import dev.evalkit.report.Redaction;
import dev.evalkit.repository.Baseline;
import dev.evalkit.repository.RunKey;
import dev.evalkit.repository.RunStore;
import dev.evalkit.repository.StoredRun;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/** Judges the run of one model in one scenario by its baseline, and says so in the log. */
final class PairCheck {
    private final Gate gate;
    private final RunStore store;
    private final BuildRuns made;
    private final DiffTable table;
    private final Redaction redaction;
    private final FollowUp followUp;
    private final Path repository;
    private final Log log;
    private final QaNotes notes;

    PairCheck(
            Gate gate,
            RunStore store,
            BuildRuns made,
            DiffTable table,
            Redaction redaction,
            FollowUp followUp,
            Path repository,
            Log log,
            QaNotes notes) {
        this.gate = gate;
        this.store = store;
        this.made = made;
        this.table = table;
        this.redaction = redaction;
        this.followUp = followUp;
        this.repository = repository;
        this.log = log;
        this.notes = notes;
    }

    /**
     * Judges the pair's run.
     *
     * @param named the folder of the run to judge, or null where nobody named one
     * @param wanted whose baseline it is compared with
     * @param missing what to do where there is none
     * @return what came of it; where it stands in the way of passing the message says how
     */
    Judged check(RunKey pair, @Nullable Path named, RunKey wanted, MissingBaseline missing) {
        Optional<Baseline> baseline = store.baseline(wanted);
        Optional<StoredRun> judged = Optional.ofNullable(named)
                .or(() -> made.of(pair))
                .map(store::open)
                .or(() -> baseline.isPresent() ? store.newest(pair, baseline.get()) : store.newest(pair));
        if (judged.isEmpty()) {
            return Judged.without(
                    pair,
                    false,
                    "There is no run of " + pair + " to judge"
                            + baseline.map(each -> " that is newer than the baseline "
                                            + each.run().name())
                                    .orElse("")
                            + "; evaluate first: " + followUp.evaluating(pair, repository));
        }
        return baseline.isPresent()
                ? judge(judged.get(), baseline.get())
                : withoutBaseline(judged.get(), wanted, missing);
    }

    private Judged judge(StoredRun judged, Baseline baseline) {
        Outcome outcome = redaction.of(gate.judge(judged, baseline));
        String accepting = followUp.accepting(judged.folder(), repository);
        DiffFiles.write(judged.folder(), outcome, accepting);
        List<String> lines =
                table.withAcceptingCommand(accepting + turnTo(judged, baseline)).lines(outcome);
        String verdict = lines.get(lines.size() - 1);
        notes.judged(judged, baseline, outcome, table);
        lines.subList(0, lines.size() - 1).forEach(log::info);
        table.warnings(outcome).forEach(log::warn);
        if (outcome.passed()) {
            log.info(verdict);
        } else {
            log.error(verdict);
        }
        return Judged.by(judged.key(), outcome, accepting, verdict);
    }

    /** A run that is accepted is the baseline of its own model. */
    private static String turnTo(StoredRun judged, Baseline baseline) {
        String model = judged.key().model();
        return model.equals(baseline.run().key().model()) ? "" : ", and set evalkit.baselineModel to " + model;
    }

    private Judged withoutBaseline(StoredRun judged, RunKey wanted, MissingBaseline asked) {
        boolean isOwn = wanted.equals(judged.key());
        // A run cannot become the baseline of another model.
        MissingBaseline rule = asked == MissingBaseline.CREATE && !isOwn ? MissingBaseline.FAIL : asked;
        String command =
                isOwn ? followUp.accepting(judged.folder(), repository) : followUp.firstBaseline(wanted, repository);
        String message = rule.message(wanted.model(), wanted.scenario(), command);
        notes.unjudged(judged, message);
        if (rule == MissingBaseline.FAIL) {
            return Judged.without(judged.key(), false, message);
        }
        log.warn(message);
        if (rule == MissingBaseline.CREATE) {
            StoredRun accepted =
                    gate.accept(judged, "the first one, evalkit.missingBaseline=create", Clock.systemUTC());
            log.info("Baseline: " + accepted.name());
            notes.accepted(accepted);
            new DesignWarnings(gate, log).of(accepted);
        }
        return Judged.without(judged.key(), true, message);
    }
}
