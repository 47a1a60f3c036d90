package dev.evalkit.evaluate.builtin;

import dev.evalkit.EvalkitException;
import dev.evalkit.evaluate.Arguments;
import dev.evalkit.evaluate.Output;
import java.util.ArrayList;
import java.util.List;

/** Which of an evaluator's numbers is the one that gates: it gets the indicator's id, the others follow under their names. */
final class Primary {
    private Primary() {}

    /**
     * The choice of {@code --primary}.
     *
     * @throws dev.evalkit.EvalkitException if it is none of the names
     */
    static String from(Arguments arguments, List<String> names) {
        String chosen = arguments.text("primary", names.get(0));
        if (!names.contains(chosen)) {
            throw arguments.invalid("primary", chosen, "one of " + String.join(", ", names));
        }
        return chosen;
    }

    /**
     * The outputs with the chosen one first and without a name.
     *
     * @throws EvalkitException if these samples do not give it
     */
    static List<Output> first(String chosen, List<Output> outputs) {
        List<Output> ordered = new ArrayList<>();
        for (Output output : outputs) {
            if (output.name().equals(chosen) && output.slice().isEmpty()) {
                ordered.add(0, output.named(""));
            } else {
                ordered.add(output);
            }
        }
        if (ordered.isEmpty() || !ordered.get(0).name().isEmpty()) {
            throw new EvalkitException("These samples do not give '" + chosen + "'; they give "
                    + String.join(", ", outputs.stream().map(Output::name).toList())
                    + ", of which --primary can name one");
        }
        return List.copyOf(ordered);
    }
}
