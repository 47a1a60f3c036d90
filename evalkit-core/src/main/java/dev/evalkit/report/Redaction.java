package dev.evalkit.report;

import dev.evalkit.diff.DiffResult;
import dev.evalkit.diff.DiffRow;
import dev.evalkit.diff.Origin;
import dev.evalkit.diff.Reason;
import dev.evalkit.diff.gate.Outcome;
import dev.evalkit.diff.inference.Flips;
import dev.evalkit.diff.inference.Flips.Flip;
import dev.evalkit.result.ItemId;
import dev.evalkit.scan.Redactor;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A diff in which no name, path, sample or reason shows what a scan would find, so that no report made of it does. For one thread. */
public final class Redaction {
    private static final int MOST_KNOWN = 1000;

    private final Redactor redactor;

    /** Of a million rows most have the same reason. */
    private final Set<Reason> clean = Collections.newSetFromMap(new IdentityHashMap<>());

    private Redaction(Redactor redactor) {
        this.redactor = redactor;
    }

    /** By these rules. */
    public static Redaction by(Redactor redactor) {
        return new Redaction(redactor);
    }

    /** The outcome with the same verdicts; the very same one where nothing has to be taken out. */
    public Outcome of(Outcome outcome) {
        DiffResult diff = outcome.diff();
        boolean isSuspected = isSuspected(diff.previous()) || isSuspected(diff.current());
        for (int i = 0; i < diff.rows().size() && !isSuspected; i++) {
            isSuspected = isSuspected(diff.rows().get(i));
        }
        return !isSuspected
                ? outcome
                : outcome.policy()
                        .judge(new DiffResult(
                                redacted(diff.previous()),
                                redacted(diff.current()),
                                diff.rows().stream().map(this::redacted).toList()));
    }

    private boolean isSuspected(Origin origin) {
        return isSuspected(origin.path())
                || isSuspected(origin.run())
                || isSuspected(origin.model())
                || isSuspected(origin.scenario());
    }

    private boolean isSuspected(DiffRow row) {
        ItemId id = row.id();
        return redactor.suspects(id.metricId())
                || redactor.suspects(row.unit())
                || isSuspected(id.model())
                || isSuspected(id.scenario())
                || isSuspected(id.dataset())
                || id.slice().entrySet().stream()
                        .anyMatch(part -> redactor.suspects(part.getKey() + "=" + part.getValue()))
                || row.reasons().stream().anyMatch(this::isSuspected)
                || (row.flips() != null
                        && row.flips().examples().stream().anyMatch(flip -> redactor.suspects(flip.id())));
    }

    private boolean isSuspected(Reason reason) {
        if (clean.contains(reason)) {
            return false;
        }
        boolean isSuspected = redactor.suspects(reason.text())
                || reason.facts().values().stream().anyMatch(redactor::suspects);
        if (!isSuspected && clean.size() < MOST_KNOWN) {
            clean.add(reason);
        }
        return isSuspected;
    }

    private boolean isSuspected(@Nullable String text) {
        return text != null && redactor.suspects(text);
    }

    private Origin redacted(Origin origin) {
        return new Origin(
                redacted(origin.path()),
                origin.sha256(),
                redacted(origin.run()),
                redacted(origin.model()),
                redacted(origin.scenario()),
                origin.started());
    }

    private DiffRow redacted(DiffRow row) {
        return new DiffRow(
                redacted(row.id()),
                row.gating(),
                redactor.redact(row.unit()),
                row.direction(),
                row.previous(),
                row.current(),
                row.change(),
                row.test(),
                row.verdict(),
                row.reasons().stream().map(this::redacted).toList(),
                row.flips() == null ? null : redacted(row.flips()));
    }

    private ItemId redacted(ItemId id) {
        SortedMap<String, String> slice = new TreeMap<>();
        id.slice().forEach((column, value) -> slice.put(redactor.redact(column), redacted(column, value)));
        return new ItemId(
                redactor.redact(id.metricId()),
                redacted(id.model()),
                redacted(id.scenario()),
                redacted(id.dataset()),
                slice);
    }

    /** A value may be known for a secret by its name only. */
    private String redacted(String name, String value) {
        String both = redactor.redact(name + "=" + value);
        return both.startsWith(name + "=") ? both.substring(name.length() + 1) : redactor.redact(value);
    }

    private Reason redacted(Reason reason) {
        Map<String, String> facts = new LinkedHashMap<>();
        reason.facts().forEach((name, value) -> facts.put(name, redactor.redact(value)));
        return new Reason(reason.code(), redactor.redact(reason.text()), facts);
    }

    private Flips redacted(Flips flips) {
        return new Flips(
                flips.better(),
                flips.worse(),
                flips.examples().stream()
                        .map(flip ->
                                new Flip(redactor.redact(flip.id()), flip.previous(), flip.current(), flip.isBetter()))
                        .toList());
    }

    private @Nullable String redacted(@Nullable String text) {
        return text == null ? null : redactor.redact(text);
    }
}
