package dev.evalkit.validate;

import dev.evalkit.EvalkitException;
import dev.evalkit.Location;
import dev.evalkit.json.JsonDocument;
import java.util.ArrayList;
import java.util.List;

/** What rules found so far. Each thread has its own. */
final class Report {
    private final List<Finding> findings = new ArrayList<>();

    /** A value in a document is at fault. */
    void add(RuleDescription rule, JsonDocument document, String pointer, String message) {
        add(rule, document.locate(pointer), pointer, message);
    }

    /** A place is at fault. */
    void add(RuleDescription rule, Location place, String pointer, String message) {
        findings.add(new Finding(rule.id(), rule.severity(), place, pointer, message));
    }

    /** A file is at fault as a whole, or at a place without a pointer. */
    void add(RuleDescription rule, Location place, String message) {
        add(rule, place, "", message);
    }

    /** What an exception says is at fault; it belongs to the given file where it does not say so itself. */
    void add(RuleDescription rule, EvalkitException failure, String file) {
        findings.add(Finding.of(rule.id(), failure, file));
    }

    List<Finding> findings() {
        return findings;
    }
}
