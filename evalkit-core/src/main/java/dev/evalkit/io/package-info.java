/**
 * Files: durable writing, locked appending, paths that stay inside the repository, names and digests.
 *
 * <p>This is the only package that opens files for writing. Content comes in as bytes or as something that writes to a stream; it goes
 * into a hidden temporary file or folder beside its target, is forced to disk, and takes its name in one step. So a reader sees
 * the old content or the new, never a part of either, and a failure leaves what was there. Nothing here knows what a file
 * means: no JSON, no run, no indicator.
 *
 * <p>On Windows folders cannot be forced to disk and there are no POSIX modes to keep; both are left out there.
 */
@NullMarked
package dev.evalkit.io;

import org.jspecify.annotations.NullMarked;
