/**
 * How fast evalkit is: JMH benchmarks of the kernels ({@code *Benchmark}), and programs that do a whole work in a process of its own ({@code *Main}),
 * to be timed from outside beside what others use. {@code README.md} of this module has the commands and what was measured. Nothing here is run by a
 * build, but for a test that each of them still does its work on a little of it.
 */
@NullMarked
package dev.evalkit.benchmarks;

import org.jspecify.annotations.NullMarked;
