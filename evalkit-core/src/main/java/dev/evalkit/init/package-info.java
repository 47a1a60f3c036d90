/**
 * A first evaluation repository: the files of {@code templates/starter/}, written into a folder.
 *
 * <p>{@link dev.evalkit.init.Starter} writes them, each whole or not at all, and never over what is there. What the files say is theirs; nothing here knows what a
 * model or an indicator is.
 */
@NullMarked
package dev.evalkit.init;

import org.jspecify.annotations.NullMarked;
