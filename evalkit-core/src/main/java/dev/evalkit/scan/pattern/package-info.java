/**
 * Regular expressions made fit for scanning: parsed, bounded, and taken apart into literals that every match holds.
 *
 * <p>An expression goes through {@link dev.evalkit.scan.pattern.LinearPattern}: the syntax tree says how large it would become and how long a match
 * can be, the library compiles it (matching takes linear time, whatever the expression), and {@link dev.evalkit.scan.pattern.Anchor}s say which literals to look
 * for. {@link dev.evalkit.scan.pattern.LiteralSearch} finds the literals of all expressions in one pass; {@link dev.evalkit.scan.pattern.Opening} drops hits that
 * cannot become a match before the library is asked. Nothing here knows of rules, secrets or files.
 */
@NullMarked
package dev.evalkit.scan.pattern;

import org.jspecify.annotations.NullMarked;
