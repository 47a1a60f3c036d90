/** The {@code evalkit:} goals: each reads its parameters, calls the core, and logs or throws. */
@NullMarked
package dev.evalkit.maven;

import org.jspecify.annotations.NullMarked;
