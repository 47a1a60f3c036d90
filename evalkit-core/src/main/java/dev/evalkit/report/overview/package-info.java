/**
 * Pages over many runs: an index of a repository's runs, the trends of each pair of model and scenario, the models of a scenario beside each other, and an index of the
 * modules of a build.
 *
 * <p>{@link dev.evalkit.report.overview.Overview} reads one repository, page after page, so that no more than one is in memory; pages link to each other and to the
 * reports of runs where these have been made. Of diffs only what stands before their rows is read.
 */
@NullMarked
package dev.evalkit.report.overview;

import org.jspecify.annotations.NullMarked;
