package dev.evalkit.schema;

import dev.evalkit.EvalkitException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a schema as a {@link PlainSchema}, where it has only keywords that such a one can hold, in the form that its meta-schema asks for, and does not
 * refer to itself. Whatever is otherwise, right or wrong, is for the schema library.
 */
final class PlainSchemaReader {
    private static final Set<String> DIALECTS = Set.of(
            "http://json-schema.org/draft-07/schema",
            "http://json-schema.org/draft-07/schema#",
            "https://json-schema.org/draft/2019-09/schema",
            "https://json-schema.org/draft/2020-12/schema");
    private static final Set<String> TYPES =
            Set.of("null", "boolean", "object", "array", "number", "string", "integer");
    private static final Set<String> TEXTS = Set.of("title", "description", "$comment", "format");
    private static final Set<String> SIZES =
            Set.of("minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties");
    private static final Set<String> LIMITS = Set.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum");
    private static final Set<String> FLAGS = Set.of("deprecated", "readOnly", "writeOnly");
    private static final List<String> DEFINITIONS = List.of("definitions", "$defs");

    private final String name;
    private final boolean refStandsAlone;
    private final Map<String, PlainSchema> definitions = new HashMap<>();
    private final Map<String, Map<?, ?>> unread = new LinkedHashMap<>();
    private final Set<String> open = new HashSet<>();

    private final PatternBudget budget;

    private PlainSchemaReader(String name, boolean refStandsAlone, PatternBudget budget) {
        this.name = name;
        this.budget = budget;
        this.refStandsAlone = refStandsAlone;
    }

    /** The schema, if it is of that kind. */
    static Optional<PlainSchema> read(String name, @Nullable Object schema, PatternBudget budget) {
        if (!(schema instanceof Map<?, ?> root)) {
            return Optional.empty();
        }
        Object dialect = root.get("$schema");
        if (dialect != null && !(dialect instanceof String text && DIALECTS.contains(text))) {
            return Optional.empty();
        }
        boolean isOlder = dialect != null && String.valueOf(dialect).contains("draft-07");
        try {
            return Optional.of(new PlainSchemaReader(name, isOlder, budget).root(root));
        } catch (NotPlainException | StackOverflowError e) {
            // A chain of references that is too long to be followed here is for the library to refuse.
            return Optional.empty();
        }
    }

    /** Tells that a schema is for the library. */
    private static final class NotPlainException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotPlainException() {
            super(null, null, false, false);
        }
    }

    private PlainSchema root(Map<?, ?> root) {
        for (String holder : DEFINITIONS) {
            if (root.get(holder) != null) {
                object(root.get(holder))
                        .forEach((key, schema) -> unread.put("#/" + holder + "/" + plainKey(key), object(schema)));
            }
        }
        PlainSchema schema = schema(root, true);
        // Also those that nothing refers to must be schemas.
        List.copyOf(unread.keySet()).forEach(this::definition);
        return schema;
    }

    private PlainSchema definition(String reference) {
        PlainSchema known = definitions.get(reference);
        if (known != null) {
            return known;
        }
        require(unread.containsKey(reference) && open.add(reference));
        PlainSchema read = schema(object(unread.get(reference)), false);
        open.remove(reference);
        definitions.put(reference, read);
        return read;
    }

    private PlainSchema schema(@Nullable Object value) {
        return Boolean.TRUE.equals(value) ? new PlainSchema() : schema(object(value), false);
    }

    private PlainSchema schema(Map<?, ?> json, boolean isRoot) {
        PlainSchema schema = new PlainSchema();
        require(!(refStandsAlone && json.containsKey("$ref") && json.size() > 1));
        json.forEach((key, value) -> keyword((String) key, value, schema, isRoot));
        return schema;
    }

    private void keyword(String key, @Nullable Object value, PlainSchema schema, boolean isRoot) {
        if (TEXTS.contains(key)) {
            text(value);
        } else if (SIZES.contains(key)) {
            require(value instanceof Long size && size >= 0);
            schema.bounds.put(key, (Long) value);
        } else if (LIMITS.contains(key)) {
            require(value instanceof Number);
            schema.bounds.put(key, (Number) value);
        } else if (FLAGS.contains(key)) {
            require(value instanceof Boolean);
        } else if (isRoot && (key.equals("$schema") || key.equals("definitions") || key.equals("$defs"))) {
            require(value != null);
        } else {
            structure(key, value, schema);
        }
    }

    private void structure(String key, @Nullable Object value, PlainSchema schema) {
        switch (key) {
            case "type" -> types(value, schema);
            case "enum" -> choices("enum", list(value), value, schema);
            case "const" -> choices("const", java.util.Collections.singletonList(value), value, schema);
            case "required" -> schema.required = List.copyOf(names(value));
            case "properties" -> schema.properties = properties(object(value));
            case "additionalProperties" -> {
                schema.isClosed = Boolean.FALSE.equals(value);
                schema.otherMembers = value instanceof Boolean ? null : schema(value);
            }
            case "items" -> schema.elements = schema(value);
            case "uniqueItems" -> {
                require(value instanceof Boolean);
                schema.hasUniqueElements = Boolean.TRUE.equals(value);
            }
            case "pattern" -> {
                schema.patternAsWritten = text(value);
                schema.pattern = pattern(schema.patternAsWritten);
            }
            case "examples" -> list(value);
            case "default" -> {
                // Any value will do; it says nothing about a document.
            }
            case "$ref" -> schema.target = definition(text(value));
            default -> throw new NotPlainException();
        }
    }

    private Map<String, PlainSchema> properties(Map<?, ?> json) {
        Map<String, PlainSchema> properties = new HashMap<>();
        json.forEach((key, value) -> properties.put((String) key, schema(value)));
        return properties;
    }

    private static void types(@Nullable Object value, PlainSchema schema) {
        Set<String> types = value instanceof String one ? Set.of(one) : names(value);
        require(!types.isEmpty() && TYPES.containsAll(types));
        schema.types = types;
        schema.typesAsWritten = value;
    }

    private static void choices(String keyword, List<?> values, @Nullable Object asWritten, PlainSchema schema) {
        require(schema.choices == null && !values.isEmpty());
        Set<Object> choices = new HashSet<>();
        for (Object value : values) {
            require(!(value instanceof Map) && !(value instanceof List));
            require(choices.add(PlainSchema.comparable(value)));
        }
        schema.choices = choices;
        schema.choiceKeyword = keyword;
        schema.choicesAsWritten = asWritten;
    }

    private BoundedPattern pattern(String source) {
        try {
            return new BoundedPattern(name, source, budget);
        } catch (EvalkitException e) {
            throw new NotPlainException();
        }
    }

    private static Set<String> names(@Nullable Object value) {
        Set<String> names = new LinkedHashSet<>();
        list(value).forEach(each -> require(names.add(text(each))));
        return names;
    }

    private static String plainKey(@Nullable Object key) {
        String text = text(key);
        require(text.chars().allMatch(each -> Character.isLetterOrDigit(each) || each == '_' || each == '-'));
        return text;
    }

    private static String text(@Nullable Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw new NotPlainException();
    }

    private static List<?> list(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list;
        }
        throw new NotPlainException();
    }

    private static Map<?, ?> object(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new NotPlainException();
    }

    private static void require(boolean isPlain) {
        if (!isPlain) {
            throw new NotPlainException();
        }
    }
}
