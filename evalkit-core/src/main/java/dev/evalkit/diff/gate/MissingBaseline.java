package dev.evalkit.diff.gate;

import dev.evalkit.EvalkitException;
import dev.evalkit.Shown;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a build does where no run has been accepted that the current one could be compared with. */
public enum MissingBaseline {
    /** Fails: a gate that compares with nothing would pass anything. */
    FAIL("the run has nothing to be compared with, so the build fails. If the run is good, accept it: "),
    /** Passes, and says that nothing was proven. */
    WARN("the run has nothing to be compared with, so nothing was proven. If the run is good, accept it: "),
    /** Accepts the run as the first baseline. */
    CREATE("the run becomes the first one. To do it by hand the next time: ");

    private final String consequence;

    MissingBaseline(String consequence) {
        this.consequence = consequence;
    }

    /** The name in configurations, e.g. {@code fail}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The rule with that name.
     *
     * @throws EvalkitException if there is none
     */
    public static MissingBaseline ofId(String id) {
        return Arrays.stream(values())
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new EvalkitException("The rule '" + id
                        + "' for a missing baseline is unknown; it can be any of "
                        + Arrays.stream(values()).map(MissingBaseline::id).collect(Collectors.joining(", "))));
    }

    /**
     * What is said of a model and a scenario without a baseline.
     *
     * @param acceptingCommand the command line that accepts the run, to be pasted
     */
    public String message(String model, String scenario, String acceptingCommand) {
        return "No baseline for " + Shown.text(model) + " in " + Shown.text(scenario) + ": " + consequence
                + acceptingCommand;
    }
}
