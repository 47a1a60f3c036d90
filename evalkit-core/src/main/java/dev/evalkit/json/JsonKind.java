package dev.evalkit.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/** What a {@link JsonCursor} finds next. */
public enum JsonKind {
    /** An object begins. */
    BEGIN_OBJECT,
    /** The object ends. */
    END_OBJECT,
    /** A name inside an object. */
    NAME,
    /** An array begins. */
    BEGIN_ARRAY,
    /** The array ends. */
    END_ARRAY,
    /** A string. */
    STRING,
    /** A number. */
    NUMBER,
    /** True or false. */
    BOOLEAN,
    /** Null. */
    NULL,
    /** The document ends. */
    END_DOCUMENT;

    static JsonKind of(@Nullable JsonToken token) {
        if (token == null) {
            return END_DOCUMENT;
        }
        return switch (token) {
            case START_OBJECT -> BEGIN_OBJECT;
            case END_OBJECT -> END_OBJECT;
            case PROPERTY_NAME -> NAME;
            case START_ARRAY -> BEGIN_ARRAY;
            case END_ARRAY -> END_ARRAY;
            case VALUE_STRING -> STRING;
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> NUMBER;
            case VALUE_TRUE, VALUE_FALSE -> BOOLEAN;
            case VALUE_NULL -> NULL;
            case NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT -> throw new IllegalStateException("No JSON text has " + token);
        };
    }
}
