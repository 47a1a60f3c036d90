package dev.evalkit.rating;

import dev.evalkit.EvalkitException;
import java.util.List;
import java.util.stream.Collectors;

/** The battles determine no finite ratings: some group of models never lost to, or never met, the others. */
public final class NoFiniteRatingsException extends EvalkitException {
    private static final long serialVersionUID = 1L;

    private static final int NAMED_AT_MOST = 20;

    private final transient List<List<String>> components;

    NoFiniteRatingsException(List<List<String>> components) {
        super(message(components));
        this.components = List.copyOf(components);
    }

    /** The strongly connected components of the graph of wins and ties, each sorted by name, the largest first. */
    public List<List<String>> components() {
        return components;
    }

    private static String message(List<List<String>> components) {
        int models = components.stream().mapToInt(List::size).sum();
        return "The battles determine no finite ratings: between the " + components.size() + " groups that " + models
                + " models fall into, wins go one way only or no battle was fought: "
                + shortened(
                        components.stream().map(NoFiniteRatingsException::named).toList())
                + ". Add battles that connect the groups both ways, leave models out, or rate the largest group alone.";
    }

    private static String named(List<String> component) {
        return "[" + shortened(component) + "]";
    }

    private static String shortened(List<String> names) {
        String some = names.stream().limit(NAMED_AT_MOST).collect(Collectors.joining(", "));
        return names.size() <= NAMED_AT_MOST ? some : some + " and " + (names.size() - NAMED_AT_MOST) + " more";
    }
}
