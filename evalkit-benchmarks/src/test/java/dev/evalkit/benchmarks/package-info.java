@NullMarked
package dev.evalkit.benchmarks;

import org.jspecify.annotations.NullMarked;
