/** What evalkit writes for people, opened in a real browser. */
@NullMarked
package dev.evalkit.browser;

import org.jspecify.annotations.NullMarked;
