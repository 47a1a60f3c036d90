package dev.evalkit.schema;

import dev.evalkit.Location;
import dev.evalkit.json.JsonDocument;
import dev.evalkit.json.JsonPointers;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The schema library's errors as violations: with places, in our words, in the document's order. */
final class Violations {
    private static final Comparator<Violation> BY_PLACE = Comparator.comparingInt(
                    (Violation each) -> each.location().line())
            .thenComparingInt(each -> each.location().column())
            .thenComparing(Violation::pointer)
            .thenComparing(Violation::keyword)
            .thenComparing(Violation::message);

    private Violations() {}

    static List<Violation> of(JsonDocument document, List<Fault> faults) {
        Map<String, Location> places =
                document.locateAll(faults.stream().map(Violations::pointer).toList());
        Stream<Violation> listed = faults.stream()
                .map(each ->
                        violation(document, each, places.getOrDefault(pointer(each), Location.of(document.name()))))
                .distinct()
                .sorted(BY_PLACE);
        return Stream.concat(listed, faults.size() < BoundedErrors.MOST ? Stream.empty() : Stream.of(more(document)))
                .toList();
    }

    private static Violation more(JsonDocument document) {
        return new Violation(
                Location.of(document.name()),
                "",
                "",
                "has " + BoundedErrors.MOST
                        + " faults or more, of which so many are listed; mend these and look again");
    }

    private static Violation violation(JsonDocument document, Fault fault, Location place) {
        return new Violation(place, pointer(fault), fault.keyword(), new Wording(document.value(), fault).message());
    }

    /** The value in question: a surplus member itself, where the keyword is about the object that holds it. */
    private static String pointer(Fault fault) {
        String holder = "";
        for (String name : fault.path()) {
            holder = JsonPointers.child(holder, name);
        }
        return Wording.isSurplus(fault) && fault.property() != null
                ? JsonPointers.child(holder, fault.property())
                : holder;
    }
}
