/**
 * HTTP that can be left alone: GET requests with one deadline for all of them, caps on sizes, retries, redirects followed by hand.
 *
 * <p>An address is checked ({@link dev.evalkit.lmarena.http.AddressRules}), asked for, again and again where the server is busy, and followed where it
 * points elsewhere, each time with the address checked anew. What comes out is an {@link dev.evalkit.lmarena.http.Answer} in memory, or a {@link
 * dev.evalkit.lmarena.http.FetchException} that says what to do. Nothing here writes a file or knows what a leaderboard is.
 */
@NullMarked
package dev.evalkit.lmarena.http;

import org.jspecify.annotations.NullMarked;
