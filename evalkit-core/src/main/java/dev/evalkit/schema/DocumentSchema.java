package dev.evalkit.schema;

import com.networknt.schema.Error;
import com.networknt.schema.ExecutionConfig;
import com.networknt.schema.OutputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.ValidationLimitExceededException;
import dev.evalkit.EvalkitException;
import dev.evalkit.Location;
import dev.evalkit.json.JsonDocument;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A JSON Schema: draft 2020-12, or what its {@code $schema} says (draft 4, 6, 7 and 2019-09 too). Immutable and thread-safe.
 *
 * <p>{@code $ref} reaches into the schema itself, the bundled schemas beside it ({@code "result_item.schema.json"}) and the published
 * meta-schemas; anything else, on the network or not, is refused. {@code format} is an annotation, as the drafts have it since 2019. A
 * schema that refers to itself without end, multiplies its own work or has a pattern that takes too long is reported as an {@link
 * EvalkitException}, not followed.
 */
public final class DocumentSchema {
    /** Deep enough for any document within the usual limits, and shallow enough for the smallest usual stack. */
    private static final int DEPTH = 400;

    private static final long STEPS = 300_000;
    private static final long STEPS_PER_VALUE = 50;

    private final String name;
    private final @Nullable PlainSchema plain;
    private final @Nullable Schema schema;
    private final PatternBudget budget;

    private DocumentSchema(String name, @Nullable PlainSchema plain, @Nullable Schema schema, PatternBudget budget) {
        this.name = name;
        this.plain = plain;
        this.schema = schema;
        this.budget = budget;
    }

    /**
     * A schema from a document.
     *
     * @throws EvalkitException if it does not satisfy its own meta-schema, or refers to what cannot be reached; with the place
     */
    public static DocumentSchema of(JsonDocument schema) {
        return of(schema, Companions.BUNDLED);
    }

    /** A schema that may refer to others than the bundled ones. */
    static DocumentSchema of(JsonDocument schema, Companions companions) {
        return plain(schema).orElseGet(() -> ofLibrary(schema, companions));
    }

    private static Optional<DocumentSchema> plain(JsonDocument schema) {
        PatternBudget budget = new PatternBudget();
        return PlainSchemaReader.read(schema.name(), schema.value(), budget)
                .map(plain -> new DocumentSchema(schema.name(), plain, null, budget));
    }

    /** A schema for the library alone. */
    static DocumentSchema ofLibrary(JsonDocument schema, Companions companions) {
        List<Violation> faults = MetaSchemas.of(schema, companions).validate(schema);
        if (!faults.isEmpty()) {
            Violation first = faults.get(0);
            String more = faults.size() == 1 ? "" : " (and " + (faults.size() - 1) + " more)";
            throw new EvalkitException(first.location(), "not a JSON Schema: " + first.message() + more);
        }
        return library(schema, companions);
    }

    /** A schema from text. */
    public static DocumentSchema of(String name, String schema) {
        return of(JsonDocument.parse(name, schema));
    }

    /** A schema that is known to satisfy its meta-schema. */
    static DocumentSchema trusted(JsonDocument schema, Companions companions) {
        return plain(schema).orElseGet(() -> library(schema, companions));
    }

    private static DocumentSchema library(JsonDocument schema, Companions companions) {
        String file = schema.name().substring(schema.name().lastIndexOf('/') + 1);
        SchemaLocation base = SchemaLocation.of(Companions.BASE + file.replaceAll("[^A-Za-z0-9._-]", "-"));
        PatternBudget budget = new PatternBudget();
        try {
            return new DocumentSchema(
                    schema.name(),
                    null,
                    Registries.create(schema.name(), companions, budget)
                            .getSchema(base, new Nodes(schema.value()).root()),
                    budget);
        } catch (SchemaException e) {
            if (e.getCause() instanceof EvalkitException ours) {
                throw ours;
            }
            throw new EvalkitException(place(schema, e), "not usable as a schema: " + e.getMessage(), e);
        } catch (StackOverflowError e) {
            throw endless(schema.name(), e);
        }
    }

    /** A meta-schema: a published one, or one among the companions. */
    static DocumentSchema metaSchema(String id, Companions companions) {
        PatternBudget budget = new PatternBudget();
        return new DocumentSchema(
                id, null, Registries.create(id, companions, budget).getSchema(SchemaLocation.of(id)), budget);
    }

    /** The schema as messages name it. */
    public String name() {
        return name;
    }

    /**
     * The violations of a document, in the document's order; none if it conforms. All of them, unless they are ten thousand or more, which is said in the end.
     *
     * @throws EvalkitException if the schema itself turns out to be unusable on this document
     */
    public List<Violation> validate(JsonDocument document) {
        List<Fault> faults;
        budget.begin(document.size());
        try {
            faults = plain != null ? plain.faults(document.value()) : faultsByLibrary(document);
        } finally {
            budget.end();
        }
        return faults.isEmpty() ? List.of() : Violations.of(document, faults);
    }

    private List<Fault> faultsByLibrary(JsonDocument document) {
        Nodes nodes = new Nodes(document.value());
        long steps = STEPS + STEPS_PER_VALUE * nodes.count();
        try {
            Schema library = Objects.requireNonNull(schema);
            ExecutionConfig config = ExecutionConfig.builder(
                            library.createExecutionContext().getExecutionConfig())
                    .maxEvaluationDepth(DEPTH)
                    .maxEvaluationSteps(steps)
                    .build();
            List<Error> errors = library.validate(new BoundedErrors(config), nodes.root(), OutputFormat.DEFAULT);
            return errors.stream().map(Fault::of).toList();
        } catch (ValidationLimitExceededException e) {
            if (e.getLimitKind() == ValidationLimitExceededException.LimitKind.EVALUATION_DEPTH) {
                throw endless(name, e);
            }
            throw new EvalkitException(
                    Location.of(name),
                    "takes more than " + steps + " steps on " + document.name()
                            + "; it applies the same rules over and over, remove the repetition from allOf, anyOf, oneOf and $ref",
                    e);
        } catch (StackOverflowError e) {
            throw endless(name, e);
        } catch (SchemaException e) {
            throw new EvalkitException(Location.of(name), "not usable as a schema: " + e.getMessage(), e);
        }
    }

    private static EvalkitException endless(String name, Throwable cause) {
        return new EvalkitException(
                Location.of(name), "refers to itself without end; follow its $ref and remove the circle", cause);
    }

    private static Location place(JsonDocument schema, SchemaException e) {
        Error error = e.getError();
        return error == null || error.getSchemaLocation() == null
                ? Location.of(schema.name())
                : schema.locate(error.getSchemaLocation().getFragment().toString());
    }
}
