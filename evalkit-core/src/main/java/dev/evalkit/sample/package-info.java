/** Sample files. (Stand-in until the reader lands.) */
@NullMarked
package dev.evalkit.sample;

import org.jspecify.annotations.NullMarked;
