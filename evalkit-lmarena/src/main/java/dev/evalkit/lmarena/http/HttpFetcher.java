package dev.evalkit.lmarena.http;

import dev.evalkit.Shown;
import dev.evalkit.lmarena.http.FetchException.Kind;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Fetches documents, all before one deadline that begins when this is made. Used by one thread. */
public final class HttpFetcher {
    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERRORS = 500;
    private static final int MOST_WORDS = 300;

    private final HttpSettings settings;
    private final Pace pace;
    private final Consumer<String> progress;
    private final Deadline deadline;
    private final HttpClient client;
    private final AddressRules rules;

    /**
     * A fetcher.
     *
     * @param progress is told, in a line each, of what takes time
     */
    public HttpFetcher(HttpSettings settings, Pace pace, Consumer<String> progress) {
        this.settings = settings;
        this.pace = pace;
        this.progress = progress;
        this.deadline = Deadline.in(settings.deadline(), pace);
        ProxySelector proxies = ProxyChoice.of(settings.proxy());
        HttpClient.Builder builder = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.deadline());
        if (proxies != null) {
            builder.proxy(proxies);
        }
        ProxyChoice.authenticator(settings.proxy()).ifPresent(builder::authenticator);
        this.client = builder.build();
        Predicate<URI> isProxied = uri ->
                proxies != null && proxies.select(uri).stream().anyMatch(proxy -> proxy.type() != Proxy.Type.DIRECT);
        this.rules = new AddressRules(settings.allowedHosts(), isProxied, InetAddress::getAllByName);
    }

    /**
     * Fetches a document.
     *
     * @throws FetchException if that fails, saying why and what to do
     */
    public Answer get(URI uri) {
        return get(uri, null);
    }

    /**
     * Fetches a document unless it is still the one with that entity tag.
     *
     * @param etag the tag, or null to fetch it anyway
     * @throws FetchException if that fails, saying why and what to do
     */
    public Answer get(URI uri, @Nullable String etag) {
        Redirects redirects = new Redirects(settings.maxRedirects());
        URI at = uri;
        rules.check(at);
        HttpResponse<byte[]> response = ask(at, etag);
        while (Redirects.isRedirect(response.statusCode())) {
            at = redirects.next(at, response.headers().firstValue("location").orElse(""));
            rules.check(at);
            response = ask(at, etag);
        }
        boolean isUnchanged = response.statusCode() == NOT_MODIFIED && etag != null;
        if (response.statusCode() != OK && !isUnchanged) {
            throw refused(at, response);
        }
        return new Answer(at, response.statusCode(), response.headers(), unpacked(at, response));
    }

    private HttpResponse<byte[]> ask(URI uri, @Nullable String etag) {
        Duration wait = settings.firstWait();
        for (int attempt = 1; ; attempt++) {
            if (deadline.hasPassed()) {
                throw new FetchException(
                        Kind.TIMEOUT,
                        uri,
                        "the " + deadline.shown()
                                + " that everything may take have passed; try again, or allow more with -Devalkit.deadline");
            }
            HttpResponse<byte[]> response =
                    new Exchange(client, request(uri, etag), settings.maxReceived()).run(deadline);
            if (!isBusy(response.statusCode()) || attempt >= settings.maxAttempts()) {
                return response;
            }
            Duration asked = response.headers()
                    .firstValue("retry-after")
                    .flatMap(text -> RetryAfter.parse(text, pace.now()))
                    .orElse(wait);
            pause(uri, response, asked, attempt);
            wait = wait.multipliedBy(2);
        }
    }

    private void pause(URI uri, HttpResponse<byte[]> response, Duration wait, int attempt) {
        if (wait.compareTo(deadline.left()) >= 0) {
            throw new FetchException(
                    Kind.STATUS,
                    uri,
                    "the server is busy (" + response.statusCode() + ") and wants to be asked again in "
                            + Seconds.shown(wait) + ", which is beyond the " + deadline.shown()
                            + " that everything may take; try again later");
        }
        progress.accept("The server is busy (" + response.statusCode() + "), asking again in " + Seconds.shown(wait)
                + " (" + attempt + " of " + settings.maxAttempts() + " attempts made)");
        try {
            pace.sleep(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FetchException(Kind.CONNECTION, uri, "interrupted while waiting to ask again", e);
        }
    }

    private static HttpRequest request(URI uri, @Nullable String etag) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .header("Accept", "application/json")
                .header("Accept-Encoding", "gzip")
                .header("User-Agent", "evalkit");
        return (etag == null ? request : request.header("If-None-Match", etag))
                .GET()
                .build();
    }

    private static boolean isBusy(int status) {
        return status == TOO_MANY_REQUESTS || status >= SERVER_ERRORS;
    }

    private byte[] unpacked(URI uri, HttpResponse<byte[]> response) {
        String encoding = response.headers().firstValue("content-encoding").orElse("");
        return response.statusCode() == NOT_MODIFIED
                ? new byte[0]
                : Unpacking.unpack(uri, encoding, response.body(), settings.maxUnpacked());
    }

    private FetchException refused(URI uri, HttpResponse<byte[]> response) {
        int status = response.statusCode();
        String asked = isBusy(status) ? " (asked " + settings.maxAttempts() + " times)" : "";
        String advice = isBusy(status)
                ? "; try again later"
                : status == NOT_MODIFIED
                        ? ", though it was not asked whether something changed"
                        : "; check the address";
        return new FetchException(Kind.STATUS, uri, "the server answered " + status + asked + words(response) + advice);
    }

    /** What the server says of itself, where it is short and no web page. */
    private String words(HttpResponse<byte[]> response) {
        if (response.body().length == 0 || response.body().length > settings.maxUnpacked()) {
            return "";
        }
        String text = response.headers().firstValue("content-encoding").isPresent()
                ? ""
                : new String(response.body(), StandardCharsets.UTF_8).strip();
        return text.isEmpty() || text.startsWith("<") || text.length() > MOST_WORDS ? "" : ": " + Shown.quoted(text);
    }
}
