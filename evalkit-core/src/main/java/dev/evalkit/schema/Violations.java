package dev.evalkit.schema;

import com.networknt.schema.Error;
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

    static List<Violation> of(JsonDocument document, List<Error> errors) {
        Map<String, Location> places =
                document.locateAll(errors.stream().map(Violations::pointer).toList());
        Stream<Violation> listed = errors.stream()
                .map(each ->
                        violation(document, each, places.getOrDefault(pointer(each), Location.of(document.name()))))
                .distinct()
                .sorted(BY_PLACE);
        return Stream.concat(listed, errors.size() < BoundedErrors.MOST ? Stream.empty() : Stream.of(more(document)))
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

    private static Violation violation(JsonDocument document, Error error, Location place) {
        return new Violation(
                place,
                pointer(error),
                String.valueOf(error.getKeyword()),
                new Wording(document.value(), error).message());
    }

    /** The value in question: a surplus member itself, where the library names the object that holds it. */
    private static String pointer(Error error) {
        String holder = error.getInstanceLocation().toString();
        return Wording.isSurplus(error) && error.getProperty() != null
                ? JsonPointers.child(holder, error.getProperty())
                : holder;
    }
}
