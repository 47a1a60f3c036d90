package dev.evalkit.lmarena;

import static dev.evalkit.lmarena.BoardServer.JSON;
import static dev.evalkit.lmarena.BoardServer.REVISION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.evalkit.EvalkitException;
import dev.evalkit.lmarena.http.FetchException;
import dev.evalkit.lmarena.source.BoardException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Servers that answer wrongly, each in one way: the error says which, comes within the deadline, writes nothing, and leaves the snapshot that was there as
 * it was, byte for byte.
 */
class BadServersTest {
    private static final String SPLITS = "/splits?dataset=lmarena-ai%2Fleaderboard-dataset";
    private static final String FILTER =
            "/filter?dataset=lmarena-ai%2Fleaderboard-dataset&config=text&split=latest&offset=0&length=100";
    private static final String SECOND = FILTER.replace("offset=0", "offset=100");
    private static final long LONGEST_MILLIS = 5_000;

    @TempDir
    Path root;

    /**
     * A server.
     *
     * @param name what is wrong with it
     * @param script what it does
     * @param kind the kind of error; null for a row that a reader of JSON refuses
     * @param path what the message says it came from, behind the server's address; null where the message begins with something else
     * @param message the rest of the message, with HOST for the server's host and port
     */
    record Bad(
            String name,
            LoopbackServer.Script script,
            @Nullable Enum<?> kind,
            @Nullable String path,
            String message) {
        @Override
        public String toString() {
            return name;
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"redirects", "sizes", "slownessAndTruncation", "statuses", "noJson", "forms", "pages", "rows"})
    void isRefused(Bad bad) {
        PullFixture pull = new PullFixture(root);
        pull.settings = pull.settings.withDeadline(Duration.ofMillis(1500)).withSizes(40_000, 100_000);
        pull.with("boards/first.json", "{\"full\": {\"heron\": {\"rating\": 1200.5}}}");
        pull.pull("boards/first.json", PullRequest.of("text"));
        pull.with("benchmarks/index.md", "# Benchmarks\n");
        SortedMap<String, String> before = pull.files();
        try (LoopbackServer server = new LoopbackServer(bad.script())) {
            long start = System.nanoTime();
            EvalkitException error = assertThrows(EvalkitException.class, () -> pull.pull(server));
            assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)).isLessThan(LONGEST_MILLIS);
            String from = bad.path() == null ? "" : server.address() + bad.path() + ":";
            assertThat(String.valueOf(error.getMessage()).replaceAll("sent (?!5 )[0-9]+ bytes", "sent N bytes"))
                    .isEqualTo(from
                            + (bad.path() == null ? "" : bad.message().startsWith("1:") ? "" : " ")
                            + bad.message().replace("HOST", server.host()));
            assertThat(kind(error)).isEqualTo(bad.kind());
        }
        assertThat(pull.files()).isEqualTo(before);
    }

    private static @Nullable Enum<?> kind(EvalkitException error) {
        return error instanceof FetchException fetch
                ? fetch.kind()
                : error instanceof BoardException board ? board.kind() : null;
    }

    private static LoopbackServer.Script always(byte[] answer) {
        return (request, out) -> out.write(answer);
    }

    private static Bad redirect(
            String name, String location, FetchException.Kind kind, @Nullable String path, String message) {
        return new Bad(
                name, always(LoopbackServer.answer(302, "Location: " + location + "\r\n", "")), kind, path, message);
    }

    static Stream<Bad> redirects() {
        FetchException.Kind address = FetchException.Kind.ADDRESS;
        FetchException.Kind redirect = FetchException.Kind.REDIRECT;
        String notPublic =
                ", which is not a public address; where this server is yours, allow it with -Devalkit.allowedHosts=";
        String onlyHttps =
                "only https addresses are asked; where this server is yours, allow it with -Devalkit.allowedHosts=";
        return Stream.of(
                redirect(
                        "redirect to a file",
                        "file:///etc/passwd",
                        address,
                        null,
                        "file:///etc/passwd: only https addresses are asked, found the scheme \"file\""),
                redirect(
                        "redirect to another scheme",
                        "ftp://example.org/x",
                        address,
                        null,
                        "ftp://example.org/x: only https addresses are asked, found the scheme \"ftp\""),
                redirect(
                        "redirect to a private address",
                        "https://10.0.0.1/x",
                        address,
                        null,
                        "https://10.0.0.1/x: 10.0.0.1 stands for 10.0.0.1" + notPublic + "10.0.0.1"),
                redirect(
                        "redirect to the address of machine metadata",
                        "https://169.254.169.254/latest",
                        address,
                        null,
                        "https://169.254.169.254/latest: 169.254.169.254 stands for 169.254.169.254" + notPublic
                                + "169.254.169.254"),
                redirect(
                        "redirect to this machine in IPv6",
                        "https://[::1]/x",
                        address,
                        null,
                        "https://[::1]/x: [::1] stands for 0:0:0:0:0:0:0:1" + notPublic + "[::1]"),
                redirect(
                        "redirect to a private address without TLS",
                        "http://192.168.1.1/x",
                        address,
                        null,
                        "http://192.168.1.1/x: " + onlyHttps + "192.168.1.1"),
                redirect(
                        "redirect to this machine by another name",
                        "http://localhost/x",
                        address,
                        null,
                        "http://localhost/x: " + onlyHttps + "localhost"),
                redirect(
                        "redirect with a user name",
                        "https://me@example.org/x",
                        address,
                        null,
                        "https://me@example.org/x: an address with a user name in it is not asked"),
                redirect("redirect to no host", "https:///x", address, null, "https:///x: the address names no host"),
                redirect(
                        "redirect to itself",
                        SPLITS,
                        redirect,
                        SPLITS,
                        "the server points in circles, back to \"http://HOST" + SPLITS + "\""),
                new Bad(
                        "redirect in a circle of two",
                        (request, out) -> out.write(LoopbackServer.answer(
                                301, "Location: " + (request.path().equals("/a") ? "/b" : "/a") + "\r\n", "")),
                        redirect,
                        "/b",
                        "the server points in circles, back to \"http://HOST/a\""),
                new Bad(
                        "redirects without end",
                        chain(),
                        redirect,
                        "/6",
                        "the server points elsewhere for more than 5 times in a row"),
                new Bad(
                        "redirect to nowhere",
                        always(LoopbackServer.answer(303, "", "")),
                        redirect,
                        SPLITS,
                        "the server points elsewhere and does not say where"),
                redirect(
                        "redirect to no address",
                        "http://[",
                        redirect,
                        SPLITS,
                        "the server points to \"http://[\", which is no address"));
    }

    private static LoopbackServer.Script chain() {
        return (request, out) -> {
            int step = request.path().matches("/[0-9]+")
                    ? Integer.parseInt(request.path().substring(1))
                    : 1;
            out.write(LoopbackServer.answer(302, "Location: /" + (step + 1) + "\r\n", ""));
        };
    }

    static Stream<Bad> sizes() {
        byte[] bomb = gzip("{\"a\": \"" + "x".repeat(5_000_000) + "\"}");
        return Stream.of(
                new Bad(
                        "more than allowed, and says so",
                        always(LoopbackServer.answer(200, JSON, " ".repeat(40_001))),
                        FetchException.Kind.TOO_LARGE,
                        SPLITS,
                        "the answer is larger than the 40000 bytes allowed"),
                new Bad(
                        "more than allowed, and does not say so",
                        (request, out) -> {
                            out.write(("HTTP/1.1 200 OK\r\n" + JSON + "\r\n").getBytes(StandardCharsets.US_ASCII));
                            for (int i = 0; i < 100; i++) {
                                out.write(new byte[10_000]);
                            }
                        },
                        FetchException.Kind.TOO_LARGE,
                        SPLITS,
                        "the answer is larger than the 40000 bytes allowed"),
                new Bad(
                        "a gzip bomb",
                        always(LoopbackServer.answer(200, JSON + "Content-Encoding: gzip\r\n", bomb)),
                        FetchException.Kind.TOO_LARGE,
                        SPLITS,
                        "the answer is larger than the 100000 bytes allowed when unpacked"),
                new Bad(
                        "nested too deep",
                        always(LoopbackServer.json("[".repeat(5000))),
                        FetchException.Kind.NOT_JSON,
                        SPLITS,
                        "no JSON, at 1:101: found more than 100 levels of objects and arrays, which is the most that is read here"),
                page(
                        "a million rows",
                        FILTER,
                        page -> page.page =
                                text -> text.replace("\"num_rows_total\":1,", "\"num_rows_total\":1000000,"),
                        BoardException.Kind.FORM,
                        "the board counts 1000000 rows, more than the 200000 that make sense; name a category"));
    }

    static Stream<Bad> slownessAndTruncation() {
        String late = " within the 1.5 s that everything may take; try again, or allow more with -Devalkit.deadline";
        String splits = new BoardServer(1).splits;
        byte[] packed = gzip(splits);
        return Stream.of(
                new Bad(
                        "no answer at all",
                        (request, out) -> Thread.sleep(LONGEST_MILLIS),
                        FetchException.Kind.TIMEOUT,
                        SPLITS,
                        "the server did not answer" + late),
                new Bad(
                        "headers that drip",
                        (request, out) -> drip(out, "HTTP/1.1 200 OK\r\nX-A: " + "a".repeat(1000)),
                        FetchException.Kind.TIMEOUT,
                        SPLITS,
                        "the server did not answer" + late),
                new Bad(
                        "a body that stops",
                        (request, out) -> {
                            out.write(("HTTP/1.1 200 OK\r\n" + JSON + "Content-Length: 100\r\n\r\n{\"spl")
                                    .getBytes(StandardCharsets.US_ASCII));
                            out.flush();
                            Thread.sleep(LONGEST_MILLIS);
                        },
                        FetchException.Kind.TIMEOUT,
                        SPLITS,
                        "the server sent 5 bytes of its answer and no more" + late),
                new Bad(
                        "a body that drips",
                        (request, out) -> drip(out, "HTTP/1.1 200 OK\r\n\r\n" + " ".repeat(1000)),
                        FetchException.Kind.TIMEOUT,
                        SPLITS,
                        "the server sent N bytes of its answer and no more" + late),
                new Bad(
                        "cut off before the length that it named",
                        (request, out) -> out.write(("HTTP/1.1 200 OK\r\n" + JSON + "Content-Length: 1000\r\n\r\n"
                                        + splits.substring(0, 80))
                                .getBytes(StandardCharsets.US_ASCII)),
                        FetchException.Kind.TRUNCATED,
                        SPLITS,
                        "the answer broke off after 80 bytes (fixed content-length: 1000, bytes received: 80); try again"),
                new Bad(
                        "cut off between chunks",
                        (request, out) -> out.write(("HTTP/1.1 200 OK\r\n" + JSON
                                        + "Transfer-Encoding: chunked\r\n\r\n10\r\n" + splits.substring(0, 16) + "\r\n")
                                .getBytes(StandardCharsets.US_ASCII)),
                        FetchException.Kind.TRUNCATED,
                        SPLITS,
                        "the answer broke off after 16 bytes (chunked transfer encoding, state: READING_LENGTH); try again"),
                new Bad(
                        "cut off without a length",
                        (request, out) -> out.write(("HTTP/1.1 200 OK\r\n" + JSON + "\r\n" + splits.substring(0, 60))
                                .getBytes(StandardCharsets.US_ASCII)),
                        FetchException.Kind.TRUNCATED,
                        SPLITS,
                        "the connection was closed after 60 bytes without saying that this is all, and the document is not whole (at 1:61: found the end of the document within a string, expected its closing quote); try again"),
                new Bad(
                        "cut off inside the packing",
                        always(LoopbackServer.answer(
                                200, JSON + "Content-Encoding: gzip\r\n", Arrays.copyOf(packed, packed.length / 2))),
                        FetchException.Kind.TRUNCATED,
                        SPLITS,
                        "the packed answer broke off after " + packed.length / 2 + " bytes; try again"),
                new Bad(
                        "hung up without a word",
                        (request, out) -> {},
                        FetchException.Kind.CONNECTION,
                        SPLITS,
                        "the connection failed: HTTP/1.1 header parser received no bytes"),
                new Bad(
                        "something else than HTTP",
                        (request, out) ->
                                out.write("220 mail.example.org ESMTP\r\n\r\n".getBytes(StandardCharsets.US_ASCII)),
                        FetchException.Kind.CONNECTION,
                        SPLITS,
                        "the connection failed: Invalid status line: \"220 mail.example.org ESMTP\""));
    }

    private static void drip(OutputStream out, String text) throws IOException, InterruptedException {
        for (byte each : text.getBytes(StandardCharsets.US_ASCII)) {
            out.write(each);
            out.flush();
            Thread.sleep(20);
        }
    }

    static Stream<Bad> statuses() {
        FetchException.Kind status = FetchException.Kind.STATUS;
        return Stream.of(
                new Bad(
                        "too many requests, for an hour",
                        always(LoopbackServer.answer(429, "Retry-After: 3600\r\n", "")),
                        status,
                        SPLITS,
                        "the server is busy (429) and wants to be asked again in 3600 s, which is beyond the 1.5 s that everything may take; try again later"),
                new Bad(
                        "unavailable for as long as it is asked",
                        always(LoopbackServer.answer(503, "Retry-After: 0\r\n", "down")),
                        status,
                        SPLITS,
                        "the server answered 503 (asked 5 times): \"down\"; try again later"),
                new Bad(
                        "broken, without saying for how long",
                        always(LoopbackServer.answer(500, "", "")),
                        status,
                        SPLITS,
                        "the server is busy (500) and wants to be asked again in 2 s, which is beyond the 1.5 s that everything may take; try again later"),
                new Bad(
                        "not found",
                        always(LoopbackServer.answer(404, JSON, "{\"error\": \"no such dataset\"}")),
                        status,
                        SPLITS,
                        "the server answered 404: \"{\"error\": \"no such dataset\"}\"; check the address"),
                new Bad(
                        "forbidden, with a page of words",
                        always(LoopbackServer.answer(403, "Content-Type: text/html\r\n", "<html>No</html>")),
                        status,
                        SPLITS,
                        "the server answered 403; check the address"),
                new Bad(
                        "not modified, though nobody asked",
                        always(LoopbackServer.answer(304, "", "")),
                        status,
                        SPLITS,
                        "the server answered 304, though it was not asked whether something changed"),
                new Bad(
                        "no content",
                        always(LoopbackServer.answer(204, "", "")),
                        status,
                        SPLITS,
                        "the server answered 204; check the address"),
                new Bad(
                        "pages refused by filter and rows alike",
                        (request, out) -> out.write(
                                request.path().startsWith("/splits")
                                        ? LoopbackServer.answer(200, REVISION, new BoardServer(1).splits)
                                        : LoopbackServer.answer(501, "Retry-After: 0\r\n", "")),
                        status,
                        FILTER.replace("/filter", "/rows"),
                        "the server answered 501 (asked 5 times); try again later"));
    }

    static Stream<Bad> noJson() {
        FetchException.Kind notJson = FetchException.Kind.NOT_JSON;
        FetchException.Kind encoding = FetchException.Kind.ENCODING;
        String webPage =
                "found a web page, expected JSON; check the address, and whether a proxy or a login page stands in between";
        return Stream.of(
                new Bad(
                        "a web page",
                        always(LoopbackServer.answer(
                                200, "Content-Type: text/html; charset=utf-8\r\n", "<!doctype html>")),
                        notJson,
                        SPLITS,
                        webPage),
                new Bad(
                        "a web page that says it is JSON",
                        always(LoopbackServer.json("\n <html><body>Log in</body></html>")),
                        notJson,
                        SPLITS,
                        webPage),
                new Bad(
                        "another type",
                        always(LoopbackServer.answer(200, "Content-Type: text/csv\r\n", "a,b\n1,2\n")),
                        notJson,
                        SPLITS,
                        "found the type \"text/csv\", expected application/json"),
                new Bad(
                        "an empty answer",
                        always(LoopbackServer.json("")),
                        notJson,
                        SPLITS,
                        "no JSON, at 1:1: found the end of the document, expected a value"),
                new Bad(
                        "bytes that are not UTF-8",
                        always(LoopbackServer.answer(200, JSON, new byte[] {'"', (byte) 0xff, '"'})),
                        notJson,
                        SPLITS,
                        "no JSON, at 1:2: found the byte 0xFF, which is no UTF-8 here; save the file as UTF-8 and try again"),
                new Bad(
                        "a name twice",
                        always(LoopbackServer.json("{\"splits\": [], \"splits\": []}")),
                        notJson,
                        SPLITS,
                        "no JSON, at 1:16: found the name \"splits\" twice in one object, expected it once"),
                new Bad(
                        "two documents",
                        always(LoopbackServer.json("{} {}")),
                        notJson,
                        SPLITS,
                        "no JSON, at 1:4: found more after the end of the document, expected nothing"),
                new Bad(
                        "packed in another way",
                        always(LoopbackServer.answer(200, JSON + "Content-Encoding: br\r\n", "{}")),
                        encoding,
                        SPLITS,
                        "the answer is packed with \"br\", expected gzip or nothing"),
                new Bad(
                        "not packed, though it says so",
                        always(LoopbackServer.answer(200, JSON + "Content-Encoding: gzip\r\n", "{\"splits\": []}")),
                        encoding,
                        SPLITS,
                        "the answer says that it is packed with gzip and is not: Not in GZIP format"),
                page(
                        "NaN",
                        FILTER,
                        board -> board.page = text -> text.replace("1500.5", "NaN"),
                        notJson,
                        "no JSON, at 1:650: found NaN, expected a value (JSON knows true, false and null, and finite numbers)"),
                page(
                        "a number beyond all others",
                        FILTER,
                        board -> board.page = text -> text.replace("1500.5", "1e999"),
                        notJson,
                        "no JSON, at 1:650: found the number 1e999, expected one that a double can hold (up to about 1.8E308)"));
    }

    static Stream<Bad> forms() {
        BoardException.Kind form = BoardException.Kind.FORM;
        String newer = ". The format has changed: look for a newer evalkit";
        return Stream.of(
                new Bad(
                        "an array instead of an object",
                        always(LoopbackServer.json("[]")),
                        null,
                        SPLITS,
                        "1:1: the document must be an object, found an array"),
                new Bad(
                        "no splits",
                        always(LoopbackServer.json("{\"configs\": []}")),
                        form,
                        SPLITS,
                        "\"splits\" is missing; the server's format may have changed"),
                page(
                        "an error instead of a page",
                        FILTER,
                        board -> board.page = text -> "{\"error\": \"later\"}",
                        form,
                        "a page of rows must have \"features\", \"rows\" and \"num_rows_total\", found \"error\"; the server's format may have changed"),
                page(
                        "a field is lost",
                        FILTER,
                        board -> board.types.remove("rating"),
                        form,
                        "the board has lost \"rating\"; it has \"model_name\", \"organization\", \"license\", \"rating_lower\", \"rating_upper\", \"variance\", \"vote_count\", \"rank\", \"category\", \"leaderboard_publish_date\""
                                + newer),
                page(
                        "a field has another name",
                        FILTER,
                        board -> {
                            board.types.remove("model_name");
                            board.types.put("model", "string");
                        },
                        form,
                        "the board has lost \"model_name\"; it has \"organization\", \"license\", \"rating\", \"rating_lower\", \"rating_upper\", \"variance\", \"vote_count\", \"rank\", \"category\", \"leaderboard_publish_date\", \"model\""
                                + newer),
                page(
                        "numbers have become strings",
                        FILTER,
                        board -> board.types.put("rating", "string"),
                        form,
                        "\"rating\" is of the type \"string\", expected a number" + newer),
                page(
                        "a count of rows below nothing",
                        FILTER,
                        board -> board.page = text -> text.replace("\"num_rows_total\":1,", "\"num_rows_total\":-1,"),
                        form,
                        "\"num_rows_total\" must be 0 or more, found -1"),
                new Bad(
                        "another config",
                        with(board -> board.splits = board.splits.replace("\"text\"", "\"prose\"")),
                        BoardException.Kind.ABSENT,
                        "",
                        "there is no config \"text\" with a split \"latest\" in lmarena-ai/leaderboard-dataset; there are prose, text_style_control"));
    }

    static Stream<Bad> pages() {
        BoardException.Kind mixed = BoardException.Kind.MIXED;
        BoardException.Kind partial = BoardException.Kind.PARTIAL;
        String renewed = "; the board is being renewed: try again later";
        return Stream.of(
                page(
                        "only a part of the data set",
                        FILTER,
                        board -> board.page = text -> text.replace("\"partial\":false", "\"partial\":true"),
                        partial,
                        "the server has only a part of the data set (\"partial\": true); try again later"),
                page(
                        "a short page",
                        150,
                        FILTER,
                        board -> board.page =
                                text -> text.replaceFirst("\"rows\":\\[\\{.*?\"truncated_cells\":\\[]},", "\"rows\":["),
                        partial,
                        "found 99 rows on this page, expected 100 (0 of 150 were there before); try again"),
                page(
                        "more rows than it counts",
                        2,
                        FILTER,
                        board -> board.page = text -> text.replace("\"num_rows_total\":2", "\"num_rows_total\":1"),
                        partial,
                        "found 2 rows on this page, expected 1 (0 of 1 were there before); try again"),
                page(
                        "cells that were cut",
                        FILTER,
                        board -> board.page =
                                text -> text.replace("\"truncated_cells\":[]", "\"truncated_cells\":[\"license\"]"),
                        partial,
                        "1:560: the server cut cells of row 0: license"),
                page(
                        "a page of another revision",
                        FILTER,
                        board -> board.splitsHeaders = JSON + "X-Revision: r0\r\n",
                        mixed,
                        "this page is of the revision r1, what came before of r0" + renewed),
                page(
                        "a page of no revision",
                        FILTER,
                        board -> board.pageHeaders = JSON,
                        mixed,
                        "this page is of the revision (none stated), what came before of r1" + renewed),
                page(
                        "a count that changes between pages",
                        150,
                        SECOND,
                        board -> board.page = text -> text.contains("\"row_idx\":100,")
                                ? text.replace("\"num_rows_total\":150", "\"num_rows_total\":151")
                                : text,
                        mixed,
                        "this page counts 151 rows in all, the first one 150" + renewed),
                page(
                        "fields that change between pages",
                        150,
                        SECOND,
                        board -> board.page =
                                text -> text.contains("\"row_idx\":100,") ? text.replace("float64", "float32") : text,
                        mixed,
                        "this page has other fields than the first one" + renewed),
                page(
                        "the first page again",
                        200,
                        SECOND,
                        board -> board.page = text -> text.replaceAll("\"row_idx\":1([0-9][0-9]),", "\"row_idx\":$1,")
                                .replaceAll("\"row_idx\":0([0-9]),", "\"row_idx\":$1,"),
                        mixed,
                        "row 0 stood on an earlier page" + renewed),
                new Bad(
                        "a gap in all rows",
                        with(2, board -> {
                            board.filterRefusal = LoopbackServer.answer(404, "", "");
                            board.page = text -> text.replace("\"row_idx\":1,", "\"row_idx\":2,");
                        }),
                        mixed,
                        FILTER.replace("/filter", "/rows"),
                        "found row 2 where row 1 was expected" + renewed));
    }

    static Stream<Bad> rows() {
        BoardException.Kind row = BoardException.Kind.ROW;
        return Stream.of(
                row("negative votes", "vote_count", -1.0, row, "a number of votes must be 0 or more, found -1"),
                row("a negative variance", "variance", -0.5, row, "a variance must be 0 or more, found -0.5"),
                row("rank 0", "rank", 0.0, row, "a rank must be 1 or more, found 0"),
                row(
                        "an interval upside down",
                        "rating_lower",
                        1600.0,
                        row,
                        "An interval's ends are ordered: [1600.0, 1507.0]"),
                row("no name", "model_name", "", row, "a row must name its category and its model, found a blank name"),
                row(
                        "half a vote",
                        "vote_count",
                        2.5,
                        null,
                        "\"vote_count\" must be a whole number, found the number 2.5"),
                row(
                        "a rating in words",
                        "rating",
                        "high",
                        null,
                        "\"rating\" must be a number, found the string \"high\""),
                row(
                        "a day that does not exist",
                        "leaderboard_publish_date",
                        "2026-02-30",
                        null,
                        "\"leaderboard_publish_date\" must be a day like 2026-11-23, found \"2026-02-30\""),
                row(
                        "no day",
                        "leaderboard_publish_date",
                        null,
                        null,
                        "\"leaderboard_publish_date\" must be a string, found null"),
                new Bad(
                        "no rating in any row",
                        with(board -> board.rows.get(0).put("rating", null)),
                        BoardException.Kind.ABSENT,
                        "",
                        "none of the 1 rows has a rating"),
                new Bad(
                        "no row",
                        with(board -> board.rows.clear()),
                        BoardException.Kind.ABSENT,
                        "",
                        "the board has no row of what was asked for; check config and categories"),
                new Bad(
                        "two days",
                        with(2, board -> board.rows.get(1).put("leaderboard_publish_date", "2026-09-12")),
                        BoardException.Kind.MIXED,
                        "",
                        "the rows were published on different days (2026-09-12, 2026-09-13); the board is being renewed: try again later"),
                row2(
                        "a model twice with other numbers",
                        "model_name",
                        "model-1",
                        BoardException.Kind.MIXED,
                        "\"model-1\" stands twice in the category \"overall\" on 2026-09-13, with different numbers (1500.5 and 1499.5): which of them counts is not guessed"));
    }

    private static Bad row(String name, String field, @Nullable Object value, @Nullable Enum<?> kind, String message) {
        return new Bad(
                name, with(board -> board.rows.get(0).put(field, value)), kind, FILTER, place(field, kind) + message);
    }

    /** Where the only row stands, or the cell where that is of another type. */
    private static String place(String field, @Nullable Enum<?> kind) {
        int column = kind != null
                ? 579
                : switch (field) {
                    case "rating" -> 650;
                    case "vote_count" -> 730;
                    default -> 796;
                };
        return "1:" + column + ": ";
    }

    private static Bad row2(String name, String field, Object value, Enum<?> kind, String message) {
        return new Bad(name, with(2, board -> board.rows.get(1).put(field, value)), kind, FILTER, "1:851: " + message);
    }

    private static Bad page(String name, String path, Consumer<BoardServer> change, Enum<?> kind, String message) {
        return page(name, 1, path, change, kind, message);
    }

    private static Bad page(
            String name, int rows, String path, Consumer<BoardServer> change, Enum<?> kind, String message) {
        return new Bad(name, with(rows, change), kind, path, message);
    }

    private static BoardServer with(Consumer<BoardServer> change) {
        return with(1, change);
    }

    private static BoardServer with(int rows, Consumer<BoardServer> change) {
        BoardServer board = new BoardServer(rows);
        change.accept(board);
        return board;
    }

    private static byte[] gzip(String text) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
