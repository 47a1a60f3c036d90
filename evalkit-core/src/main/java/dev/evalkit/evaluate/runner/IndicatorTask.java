package dev.evalkit.evaluate.runner;

import dev.evalkit.EvalkitException;
import dev.evalkit.evaluate.Evaluators;
import dev.evalkit.model.RunScriptRef.OutputFormat;
import dev.evalkit.result.IndicatorRun;
import dev.evalkit.result.IndicatorRun.Status;
import dev.evalkit.result.ResultItem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** One indicator of a run, from its definition to what became of it. */
final class IndicatorTask implements Callable<IndicatorTask.Ended> {

    /**
     * What became of an indicator.
     *
     * @param run its status
     * @param items its items; empty unless it ended well
     */
    record Ended(IndicatorRun run, List<ResultItem> items) {}

    private final IndicatorContext context;
    private final String digest;
    private final Evaluators evaluators;
    private final Progress progress;

    IndicatorTask(IndicatorContext context, String digest, Evaluators evaluators, Progress progress) {
        this.context = context;
        this.digest = digest;
        this.evaluators = evaluators;
        this.progress = progress;
    }

    @Override
    public Ended call() {
        Instant start = context.settings().clock().instant();
        Ended ended = whyNot().map(reason -> ended(Status.SKIPPED, reason, List.of(), start))
                .orElseGet(() -> evaluate(start));
        synchronized (progress) {
            progress.ended(ended.run(), ended.items());
        }
        return ended;
    }

    private Optional<String> whyNot() {
        return context.ref().outputFormat() == OutputFormat.CUSTOM
                        && context.ref().mapping() == null
                ? Optional.of("its output_format is custom, and no mapping says where the numbers stand")
                : Optional.empty();
    }

    /** A failure is recorded with its reason, and whatever the indicator had computed until then is not. */
    private Ended evaluate(Instant start) {
        try {
            List<ResultItem> items = context.ref().isBuiltin()
                    ? new BuiltinIndicator(context, evaluators).run()
                    : new ScriptIndicator(context).run();
            return new Ended(IndicatorRun.ok(context.indicator().id(), digest, since(start)), items);
        } catch (EvalkitException e) {
            return ended(Status.FAILED, String.valueOf(e.getMessage()), List.of(), start);
        }
    }

    private Ended ended(Status status, String reason, List<ResultItem> items, Instant start) {
        return new Ended(new IndicatorRun(context.indicator().id(), digest, status, reason, since(start)), items);
    }

    /** By the run's own clock, so that a clock that stands still gives the same manifest again; one that was set back gives 0. */
    private Duration since(Instant start) {
        Duration passed = Duration.between(start, context.settings().clock().instant());
        return passed.isNegative() ? Duration.ZERO : passed;
    }
}
