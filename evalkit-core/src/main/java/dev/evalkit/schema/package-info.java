/**
 * JSON Schemas: which there are, and how a document departs from one.
 *
 * <p>A {@link dev.evalkit.json.JsonDocument} goes in, {@link dev.evalkit.schema.Violation}s come out, all of them and in the document's order, each with file, line,
 * column and JSON pointer, what was found and what was expected. {@link dev.evalkit.schema.Schemas} knows the schema of each {@link
 * dev.evalkit.schema.DocumentKind}. Schemas may come from a repository, so they are hostile until proven otherwise: they are checked against
 * their own meta-schema, load nothing from the network, the class path or other files, and get a bounded number of steps. This is the
 * only package that knows the schema library; none of its types leaves here.
 */
@NullMarked
package dev.evalkit.schema;

import org.jspecify.annotations.NullMarked;
