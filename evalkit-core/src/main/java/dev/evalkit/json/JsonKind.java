package dev.evalkit.json;

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
    END_DOCUMENT
}
