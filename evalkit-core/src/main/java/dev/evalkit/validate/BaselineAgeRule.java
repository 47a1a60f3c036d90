package dev.evalkit.validate;

import dev.evalkit.repository.RunKey;
import dev.evalkit.repository.StoredRun;
import dev.evalkit.result.Acceptance;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Baselines are not older than somebody wants them to be. */
final class BaselineAgeRule implements Rule {
    static final RuleDescription YOUNG = new RuleDescription(
            "EK-VAL-006",
            Severity.WARNING,
            "Baselines are young enough",
            "With evalkit.baselineAge, a number of days, a baseline that was accepted longer ago is told: the data and the world that it is from may be gone. Nothing is checked where no age is configured.",
            """
            mvn evalkit:validate -Devalkit.baselineAge=90
            reports/m1_support_20250101T000000Z/run.json
            {"accepted": {"at": "2025-01-01T00:00:00Z", …}, …}""",
            """
            mvn evalkit:baseline -Devalkit.run=reports/m1_support_20260101T000000Z""");

    private final Duration most;
    private final Instant now;

    BaselineAgeRule(Duration most, Instant now) {
        this.most = most;
        this.now = now;
    }

    @Override
    public List<RuleDescription> descriptions() {
        return List.of(YOUNG);
    }

    @Override
    public void check(Inspection inspection, Report report) {
        Set<String> superseded = new HashSet<>();
        List<StoredRun> accepted = new ArrayList<>();
        for (StoredRun run : inspection.runs()) {
            run.acceptance().ifPresent(acceptance -> {
                accepted.add(run);
                superseded.addAll(acceptance.previous());
            });
        }
        for (StoredRun run : accepted) {
            Acceptance acceptance = run.acceptance().orElseThrow();
            Duration age = Duration.between(acceptance.at(), now);
            if (!superseded.contains(run.id()) && age.compareTo(most) > 0) {
                RunKey key = run.key();
                new RunFiles(inspection.repository(), run)
                        .document(StoredRun.MANIFEST)
                        .ifPresent(json -> report.add(
                                YOUNG,
                                json,
                                "/accepted/at",
                                "the baseline of " + key.model() + " in " + key.scenario() + " was accepted "
                                        + days(age) + " ago, more than the " + days(most)
                                        + " that are configured; evaluate it anew and accept that"));
            }
        }
    }

    private static String days(Duration duration) {
        long days = duration.toDays();
        return days == 1 ? "1 day" : days > 0 ? days + " days" : duration.toHours() + " hours";
    }
}
