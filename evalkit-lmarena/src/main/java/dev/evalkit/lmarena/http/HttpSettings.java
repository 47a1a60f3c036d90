package dev.evalkit.lmarena.http;

import java.time.Duration;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How far fetching goes. Immutable; every {@code with} gives a changed copy.
 *
 * @param deadline the time for everything together: all requests, waits and redirects
 * @param maxReceived the most bytes that an answer may have as it comes over the line
 * @param maxUnpacked the most bytes that it may have when it is unpacked
 * @param maxAttempts how often an address is asked while the server is busy, 1 or more
 * @param firstWait how long the first wait before asking again is where the server names none; each further one is twice as long
 * @param maxRedirects how many redirects in a row are followed
 * @param allowedHosts hosts, or {@code host:port}, that may be reached though they are on this machine or a private network, and without TLS
 * @param proxy the proxy, or null for what the Java platform is set to
 */
public record HttpSettings(
        Duration deadline,
        long maxReceived,
        long maxUnpacked,
        int maxAttempts,
        Duration firstWait,
        int maxRedirects,
        Set<String> allowedHosts,
        @Nullable ProxySettings proxy) {
    private static final long MEBI = 1L << 20;

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if something is not positive, or the redirects are below 0
     */
    public HttpSettings {
        if (deadline.isNegative()
                || deadline.isZero()
                || firstWait.isNegative()
                || maxReceived < 1
                || maxUnpacked < 1
                || maxAttempts < 1
                || maxRedirects < 0) {
            throw new IllegalArgumentException("Settings of HTTP must be positive: " + deadline + ", " + maxReceived
                    + ", " + maxUnpacked + ", " + maxAttempts + ", " + firstWait + ", " + maxRedirects);
        }
        // Sorted, so that messages do not depend on hash order.
        allowedHosts = Collections.unmodifiableSortedSet(new TreeSet<>(allowedHosts));
    }

    /** Five minutes in all, 32 MiB packed, 64 MiB unpacked, 5 attempts from 1 s on, 5 redirects, public addresses only. */
    public static HttpSettings withDefaults() {
        return new HttpSettings(
                Duration.ofMinutes(5), 32 * MEBI, 64 * MEBI, 5, Duration.ofSeconds(1), 5, Set.of(), null);
    }

    /** With another deadline. */
    public HttpSettings withDeadline(Duration newDeadline) {
        return new HttpSettings(
                newDeadline, maxReceived, maxUnpacked, maxAttempts, firstWait, maxRedirects, allowedHosts, proxy);
    }

    /** With other caps on the size of an answer, packed and unpacked. */
    public HttpSettings withSizes(long newReceived, long newUnpacked) {
        return new HttpSettings(
                deadline, newReceived, newUnpacked, maxAttempts, firstWait, maxRedirects, allowedHosts, proxy);
    }

    /** With hosts that may be reached though they are not public. */
    public HttpSettings withAllowedHosts(Set<String> hosts) {
        return new HttpSettings(deadline, maxReceived, maxUnpacked, maxAttempts, firstWait, maxRedirects, hosts, proxy);
    }

    /** With a proxy. */
    public HttpSettings withProxy(ProxySettings newProxy) {
        return new HttpSettings(
                deadline, maxReceived, maxUnpacked, maxAttempts, firstWait, maxRedirects, allowedHosts, newProxy);
    }
}
