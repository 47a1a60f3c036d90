package dev.evalkit.evaluate;

import dev.evalkit.EvalkitException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The options about input files, read for every evaluator: {@code --gold FILE --pred FILE}, {@code --max-bad-lines N}.
 *
 * @param files two parallel arrays instead of sample files, or null
 * @param maxBadLines how many bad lines are allowed
 */
record SampleOptions(@Nullable ParallelFiles files, long maxBadLines) {

    static SampleOptions from(Arguments arguments) {
        Optional<String> gold = arguments.text("gold");
        Optional<String> pred = arguments.text("pred");
        if (gold.isPresent() != pred.isPresent()) {
            throw new EvalkitException(
                    "builtin:" + arguments.evaluator() + ": --gold and --pred name two parallel arrays; found only --"
                            + (gold.isPresent() ? "gold" : "pred"));
        }
        ParallelFiles files = gold.isPresent() && pred.isPresent() ? new ParallelFiles(gold.get(), pred.get()) : null;
        return new SampleOptions(files, arguments.integer("max-bad-lines", 0, Integer.MAX_VALUE, 0));
    }

    Optional<ParallelFiles> parallel() {
        return Optional.ofNullable(files);
    }
}
