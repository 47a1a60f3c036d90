package dev.evalkit.lmarena.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpFetcherTest {
    private static final byte[] ANSWER = "{\"a\": 1}".getBytes(StandardCharsets.UTF_8);

    private HttpServer server;
    private final List<String> asked = new ArrayList<>();
    private final List<String> authorizations = new ArrayList<>();

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().toString());
            String authorization = exchange.getRequestHeaders().getFirst("Proxy-Authorization");
            if (authorization == null && exchange.getRequestURI().getPath().equals("/secret")) {
                exchange.getResponseHeaders().add("Proxy-Authenticate", "Basic realm=\"proxy\"");
                exchange.sendResponseHeaders(407, -1);
            } else {
                authorizations.add(String.valueOf(authorization));
                exchange.sendResponseHeaders(200, ANSWER.length);
                exchange.getResponseBody().write(ANSWER);
            }
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private HttpFetcher fetcher(HttpSettings settings) {
        return new HttpFetcher(settings, Pace.ofSystem(), line -> {});
    }

    private HttpSettings behind(ProxySettings proxy) {
        return HttpSettings.withDefaults()
                .withDeadline(Duration.ofSeconds(20))
                .withAllowedHosts(Set.of("board.example", "127.0.0.1"))
                .withProxy(proxy);
    }

    @Test
    void requestsGoThroughTheProxyUnlessTheHostIsAskedDirectly() {
        ProxySettings proxy = new ProxySettings(
                "127.0.0.1", server.getAddress().getPort(), ProxySettings.directHosts("localhost|127.*"), null, null);
        HttpFetcher http = fetcher(behind(proxy));
        assertThat(http.get(URI.create("http://board.example/x"))
                        .document()
                        .object()
                        .integer("a"))
                .isEqualTo(1);
        http.get(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/y"));
        assertThat(asked).containsExactly("http://board.example/x", "/y");
        assertThat(proxy).hasToString("127.0.0.1:" + server.getAddress().getPort());
    }

    @Test
    void aProxyThatWantsToKnowWhoAsksIsTold() {
        ProxySettings proxy =
                new ProxySettings("127.0.0.1", server.getAddress().getPort(), List.of(), "me", "not-a-secret");
        fetcher(behind(proxy)).get(URI.create("http://board.example/secret"));
        assertThat(authorizations)
                .containsExactly("Basic "
                        + Base64.getEncoder().encodeToString("me:not-a-secret".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void nobodyThereIsSaid() {
        int port = server.getAddress().getPort();
        server.stop(0);
        HttpSettings settings = HttpSettings.withDefaults().withAllowedHosts(Set.of("127.0.0.1"));
        assertThatThrownBy(() -> fetcher(settings).get(URI.create("http://127.0.0.1:" + port + "/x")))
                .isInstanceOf(FetchException.class)
                .hasMessage("http://127.0.0.1:" + port
                        + "/x: nobody answers there; check the address, the network and the proxy");
    }

    @Test
    void theDeadlineIsForEverythingTogether() {
        HttpSettings settings = HttpSettings.withDefaults()
                .withAllowedHosts(Set.of("127.0.0.1"))
                .withDeadline(Duration.ofSeconds(2));
        long[] now = {0};
        Pace pace = new Pace() {
            @Override
            public long nanoTime() {
                return now[0];
            }

            @Override
            public Instant now() {
                return Instant.EPOCH;
            }

            @Override
            public void sleep(Duration time) {
                now[0] += time.toNanos();
            }
        };
        HttpFetcher http = new HttpFetcher(settings, pace, line -> {});
        URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/x");
        http.get(uri);
        now[0] += Duration.ofSeconds(2).toNanos();
        assertThatThrownBy(() -> http.get(uri))
                .hasMessage(
                        uri
                                + ": the 2 s that everything may take have passed; try again, or allow more with -Devalkit.deadline");
    }

    @Test
    void settingsThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> HttpSettings.withDefaults().withDeadline(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Settings of HTTP must be positive: PT0S, 33554432, 67108864, 5, PT1S, 5");
    }
}
