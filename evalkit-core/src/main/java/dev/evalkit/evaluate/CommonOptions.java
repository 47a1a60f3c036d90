package dev.evalkit.evaluate;

import dev.evalkit.EvalkitException;
import dev.evalkit.evaluate.score.CiMethod;
import dev.evalkit.evaluate.score.EstimateSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The options that every scored evaluation has: {@code --id COLUMN} (else {@code id}, where there is one), {@code --cluster COLUMN}, {@code
 * --slice COLUMN} (repeatable, or with commas), {@code --reference COLUMN} (repeatable;
 * further columns that belong to the question), {@code --where COLUMN=VALUE} (repeatable; only such samples), {@code --level 0.95}, {@code --ci
 * METHOD}, {@code --resamples N}.
 */
record CommonOptions(
        @Nullable String idColumn,
        @Nullable String clusterColumn,
        List<String> slices,
        List<String> references,
        List<Where> where,
        @Nullable Double level,
        CiMethod method,
        int resamples) {

    private static final int MOST_RESAMPLES = 1_000_000;
    private static final int LEAST_RESAMPLES = 100;

    /**
     * A condition on samples.
     *
     * @param column the column
     * @param value the text that it must have, or hold where it is an array
     */
    record Where(String column, String value) {}

    static CommonOptions from(Arguments arguments) {
        List<Where> where = new ArrayList<>();
        for (String condition : arguments.all("where")) {
            int equals = condition.indexOf('=');
            if (equals <= 0) {
                throw arguments.invalid("where", condition, "COLUMN=VALUE");
            }
            where.add(new Where(condition.substring(0, equals), condition.substring(equals + 1)));
        }
        Optional<String> cluster = arguments.text("cluster");
        CiMethod method = arguments.choice("ci", CiMethod.class, CiMethod.AUTO);
        boolean needsIndependence = method == CiMethod.CLOPPER_PEARSON || method == CiMethod.BOOTSTRAP;
        if (cluster.isPresent() && needsIndependence) {
            throw new EvalkitException("builtin:" + arguments.evaluator() + ": --ci "
                    + method.name().toLowerCase(Locale.ROOT)
                    + " is for independent samples; with --cluster leave --ci out, or use wilson or t");
        }
        OptionalDouble level = arguments.number("level", "a number between 0 and 1", value -> value > 0 && value < 1);
        return new CommonOptions(
                arguments.text("id").orElse(null),
                cluster.orElse(null),
                arguments.list("slice"),
                arguments.list("reference"),
                List.copyOf(where),
                level.isPresent() ? level.getAsDouble() : null,
                method,
                arguments.integer("resamples", LEAST_RESAMPLES, MOST_RESAMPLES, EstimateSettings.DEFAULT_RESAMPLES));
    }

    EstimateSettings estimates(EvaluationSettings settings) {
        return new EstimateSettings(
                level == null ? settings.level() : level,
                method,
                resamples,
                EstimateSettings.DEFAULT_DRAWS,
                settings.seed(),
                settings.identity());
    }
}
