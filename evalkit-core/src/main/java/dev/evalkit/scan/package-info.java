/**
 * The search for sensitive data in what a repository tracks or is about to publish.
 *
 * <p>A {@link dev.evalkit.scan.Scanner} lists the files ({@link dev.evalkit.scan.FileList}: what git tracks or would add), looks into each and into
 * archives within them, and gives a {@link dev.evalkit.scan.ScanResult}: findings, and what was skipped and why. A secret is held only while its rule
 * is applied to it: a {@link dev.evalkit.scan.ScanFinding} has its length and a keyed hash, so that no console, log or file can show it. The rules are data, in
 * {@code dev.evalkit.scan.rule}; matching is in {@code dev.evalkit.scan.pattern}. Nothing here changes what it scans.
 */
@NullMarked
package dev.evalkit.scan;

import org.jspecify.annotations.NullMarked;
