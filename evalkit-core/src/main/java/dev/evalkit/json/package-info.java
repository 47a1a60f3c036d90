/**
 * JSON, read strictly and written canonically.
 *
 * <p>Reading: bytes are taken apart into tokens by an own tokenizer (libraries let other encodings, halves of surrogate pairs or infinite
 * numbers pass, and cost more where items come by the million), pulled through a {@link dev.evalkit.json.JsonCursor} that refuses what RFC 8259
 * leaves open to interpretation (duplicate keys, numbers beyond a double, halves of surrogate pairs) and what is beyond explicit {@link
 * dev.evalkit.json.JsonLimits}; a {@link dev.evalkit.json.JsonDocument} keeps the result as plain Java values, to be asked through {@link
 * dev.evalkit.json.JsonObject}. Every refusal says file, line, column, what was found and what was expected. Writing: plain Java values become
 * the same bytes on every system through {@link dev.evalkit.json.JsonWriter}.
 *
 * <p>JSON's null is Java's null here, in maps and lists too; numbers are {@link java.lang.Long}, {@link java.math.BigInteger} or {@link
 * java.lang.Double}. Nothing here knows what a document means, and no type of the JSON library stands in a signature.
 */
@NullMarked
package dev.evalkit.json;

import org.jspecify.annotations.NullMarked;
