/**
 * JUnit XML as build servers read it: {@link dev.evalkit.report.junit.TestSuite}s of {@link dev.evalkit.report.junit.TestCase}s come in, {@link
 * dev.evalkit.report.junit.JUnitXml} writes them. What is a test case, and when it fails, is decided by whoever makes them.
 */
@NullMarked
package dev.evalkit.report.junit;

import org.jspecify.annotations.NullMarked;
