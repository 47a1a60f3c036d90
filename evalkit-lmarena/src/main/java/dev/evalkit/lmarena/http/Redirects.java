package dev.evalkit.lmarena.http;

import dev.evalkit.Shown;
import dev.evalkit.lmarena.http.FetchException.Kind;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashSet;
import java.util.Set;

/** Where redirects lead: followed one by one, never in circles, never from HTTPS to HTTP. The address rules are for the caller to apply. */
final class Redirects {
    private final int most;
    private final Set<URI> visited = new LinkedHashSet<>();

    Redirects(int most) {
        this.most = most;
    }

    static boolean isRedirect(int status) {
        return switch (status) {
            case 301, 302, 303, 307, 308 -> true;
            default -> false;
        };
    }

    /**
     * The next address.
     *
     * @param from which address points elsewhere
     * @param location what its answer says; empty where it says nothing
     * @throws FetchException if it is not followed
     */
    URI next(URI from, String location) {
        visited.add(from);
        if (location.isEmpty()) {
            throw refused(from, "the server points elsewhere and does not say where");
        }
        URI to = resolved(from, location);
        if ("https".equalsIgnoreCase(from.getScheme()) && "http".equalsIgnoreCase(to.getScheme())) {
            throw refused(
                    from, "the server points from https to " + Shown.quoted(to.toString()) + ", which is not followed");
        }
        if (visited.contains(to)) {
            throw refused(from, "the server points in circles, back to " + Shown.quoted(to.toString()));
        }
        if (visited.size() > most) {
            throw refused(from, "the server points elsewhere for more than " + most + " times in a row");
        }
        return to;
    }

    private static URI resolved(URI from, String location) {
        try {
            return from.resolve(new URI(location));
        } catch (URISyntaxException e) {
            throw new FetchException(
                    Kind.REDIRECT, from, "the server points to " + Shown.quoted(location) + ", which is no address", e);
        }
    }

    private static FetchException refused(URI from, String why) {
        return new FetchException(Kind.REDIRECT, from, why);
    }
}
