package dev.evalkit.lmarena.http;

import dev.evalkit.lmarena.http.FetchException.Kind;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/** One request and its answer as they go over the line, and what it means when that does not end well. */
final class Exchange {
    private final HttpClient client;
    private final HttpRequest request;
    private final long most;
    private final AtomicReference<CappedBody> body = new AtomicReference<>();

    Exchange(HttpClient client, HttpRequest request, long most) {
        this.client = client;
        this.request = request;
        this.most = most;
    }

    /**
     * Asks, and waits for all of the answer.
     *
     * @throws FetchException if there is none before the deadline, or it breaks off or is too large
     */
    HttpResponse<byte[]> run(Deadline deadline) {
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(request, head -> {
            // What is said to be too large need not be read.
            long said = head.headers().firstValueAsLong("content-length").orElse(0);
            CappedBody gathering = new CappedBody(said > most ? 0 : most);
            body.set(gathering);
            return gathering;
        });
        try {
            return answer.get(Math.max(0, deadline.left().toNanos()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new FetchException(
                    Kind.TIMEOUT,
                    uri(),
                    progress() + " within the " + deadline.shown()
                            + " that everything may take; try again, or allow more with -Devalkit.deadline",
                    e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new FetchException(Kind.CONNECTION, uri(), "interrupted while waiting for the answer", e);
        } catch (ExecutionException e) {
            throw failure(e.getCause() == null ? e : e.getCause());
        }
    }

    private String progress() {
        CappedBody begun = body.get();
        return begun == null
                ? "the server did not answer"
                : "the server sent " + begun.size() + " bytes of its answer and no more";
    }

    private FetchException failure(Throwable cause) {
        CappedBody begun = body.get();
        if (cause instanceof CappedBody.TooLargeException) {
            return new FetchException(
                    Kind.TOO_LARGE, uri(), "the answer is larger than the " + most + " bytes allowed", cause);
        }
        if (begun != null && cause instanceof IOException) {
            return new FetchException(
                    Kind.TRUNCATED,
                    uri(),
                    "the answer broke off after " + begun.size() + " bytes (" + cause.getMessage() + "); try again",
                    cause);
        }
        if (cause instanceof ConnectException) {
            return new FetchException(
                    Kind.CONNECTION,
                    uri(),
                    "nobody answers there; check the address, the network and the proxy",
                    cause);
        }
        return new FetchException(
                Kind.CONNECTION,
                uri(),
                "the connection failed: "
                        + (cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage()),
                cause);
    }

    private URI uri() {
        return request.uri();
    }
}
