package dev.evalkit.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.net.httpserver.HttpServer;
import dev.evalkit.EvalkitException;
import dev.evalkit.evaluate.Evaluators;
import dev.evalkit.json.JsonWriter;
import dev.evalkit.repository.EvaluationRepository;
import dev.evalkit.schema.DocumentKind;
import dev.evalkit.schema.Schemas;
import dev.evalkit.validate.Validator;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A repository's own schemas are not trusted: whatever they say, validation ends soon, says what is wrong, and reaches nothing. */
class HostileSchemasTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String FILE = "templates/model.schema.json";

    @TempDir
    Path root;

    private Fixture fixture;

    @BeforeEach
    void aRepository() {
        fixture = new Fixture(root).write();
        fixture.file(
                "models/m1.json",
                "{\"id\": \"m1\", \"name\": \"" + "a".repeat(60) + "!\", \"n\": {\"n\": {\"n\": 1}}}");
    }

    static Map<String, String> unusable() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("itself", "{\"$ref\": \"#\"}");
        all.put("itself in allOf", "{\"allOf\": [{\"$ref\": \"#\"}]}");
        all.put("itself in not", "{\"not\": {\"$ref\": \"#\"}}");
        all.put("itself in if", "{\"if\": {\"$ref\": \"#\"}}");
        all.put("itself in a dependent schema", "{\"dependentSchemas\": {\"id\": {\"$ref\": \"#\"}}}");
        all.put("itself by its address", "{\"$id\": \"https://example.org/m\", \"$ref\": \"https://example.org/m\"}");
        all.put("itself by an anchor", "{\"$anchor\": \"a\", \"$ref\": \"#a\"}");
        all.put("itself by its file", "{\"$ref\": \"model.schema.json\"}");
        all.put(
                "two that refer to each other",
                "{\"$ref\": \"#/$defs/a\", \"$defs\": {\"a\": {\"$ref\": \"#/$defs/b\"}, \"b\": {\"$ref\": \"#/$defs/a\"}}}");
        all.put("two files that refer to each other", "{\"$ref\": \"other.json\"}");
        all.put("a dynamic circle", "{\"$dynamicAnchor\": \"x\", \"$dynamicRef\": \"#x\"}");
        all.put("a dynamic circle of two", "{\"$dynamicAnchor\": \"x\", \"anyOf\": [{\"$dynamicRef\": \"#x\"}]}");
        all.put(
                "a recursive circle",
                "{\"$schema\": \"https://json-schema.org/draft/2019-09/schema\", \"$recursiveAnchor\": true, \"$recursiveRef\": \"#\"}");
        all.put(
                "a circle of draft 7",
                "{\"$schema\": \"http://json-schema.org/draft-07/schema#\", \"allOf\": [{\"$ref\": \"#\"}]}");
        for (String word : List.of("allOf", "anyOf", "oneOf")) {
            all.put(
                    "doubling by " + word,
                    doubling("{\"" + word + "\": [{\"$ref\": \"#/$defs/NEXT\"}, {\"$ref\": \"#/$defs/NEXT\"}]}"));
        }
        all.put(
                "doubling by if and then",
                doubling("{\"if\": {\"$ref\": \"#/$defs/NEXT\"}, \"then\": {\"$ref\": \"#/$defs/NEXT\"}}"));
        all.put(
                "doubling by not",
                doubling("{\"not\": {\"$ref\": \"#/$defs/NEXT\"}, \"allOf\": [{\"$ref\": \"#/$defs/NEXT\"}]}"));
        all.put(
                "a pattern for names",
                "{\"properties\": {\"deep\": {}}, \"patternProperties\": {\"^(n+)+!$\": {}}, \"propertyNames\": {\"pattern\": \"^((m|i|d)+)+$(?!.)(a+)+b|[\"}}");
        all.put("a pattern that is none", "{\"pattern\": \"(\"}");
        for (String address : List.of(
                "http://localhost:PORT/x.json",
                "https://localhost:PORT/x.json",
                "ftp://localhost:PORT/x.json",
                "file:///etc/hostname",
                "jar:file:/x.jar!/x",
                "classpath:x.json",
                "urn:x:y",
                "data:application/json,{}",
                "../models/m1.json",
                "/etc/hostname",
                "%2e%2e/models/m1.json",
                "missing.json",
                "#/$defs/missing",
                "#missing",
                "//localhost:PORT/x.json")) {
            all.put("a reference to " + address, "{\"$ref\": \"" + address + "\"}");
        }
        all.put("a language of one's own", "{\"$schema\": \"http://localhost:PORT/meta.json\"}");
        all.put("an address of one's own", "{\"$id\": \"http://localhost:PORT/a/b.json\", \"$ref\": \"c.json\"}");
        all.put(
                "a vocabulary of one's own",
                "{\"$schema\": \"http://localhost:PORT/meta.json\", \"$vocabulary\": {\"http://localhost:PORT/v\": true}}");
        all.put("no schema", "[]");
        all.put("types that are none", "{\"type\": \"strong\"}");
        all.put("5,000 levels", "{\"not\": ".repeat(5_000) + "{}" + "}".repeat(5_000));
        all.put("600,000 choices", "{\"enum\": [0" + ",1".repeat(600_000) + "]}");
        all.put("a chain of 5,000 references", chain(5_000));
        all.put("UTF-16 escapes that are halves", "{\"title\": \"\\ud800\"}");
        return all;
    }

    static List<String> names() {
        return List.copyOf(unusable().keySet());
    }

    @ParameterizedTest
    @MethodSource("names")
    void isDiagnosed(String name) throws IOException {
        AtomicInteger requests = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            exchange.close();
        });
        server.start();
        try {
            fixture.file(
                    FILE,
                    unusable()
                            .get(name)
                            .replace("PORT", String.valueOf(server.getAddress().getPort())));
            fixture.file("templates/other.json", "{\"$ref\": \"model.schema.json\"}");
            List<String> said = assertTimeoutPreemptively(LIMIT, this::said);
            assertThat(said).anyMatch(each -> each.contains(FILE) || each.contains("templates/other.json"));
            assertThat(requests).as("requests").hasValue(0);
        } finally {
            server.stop(0);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "^(a+)+$",
                "^(a|a)*$",
                "^(a|aa)+$",
                "^(.*a){20}$",
                "^(([a-z])+.)+[A-Z]([a-z])+$",
                "^(a+)+\\1b",
                "(?=(a+))a*b\\1",
                "^(?:a?){60}a{60}$",
                "(x+x+)+y|^(a*)*b",
                "^(a+|b+|c+)*\\1$",
                "^((a*)*)*\\2!b$"
            })
    void aPatternThatGoesBackAndForthIsDecidedOrGivenUp(String pattern) {
        fixture.file(FILE, "{\"properties\": {\"name\": {\"pattern\": " + quoted(pattern) + "}}}");
        assertThat(assertTimeoutPreemptively(LIMIT, this::said))
                .anyMatch(each -> each.startsWith("models/m1.json:1:22: \"name\" must be a string like ")
                        || each.contains(" takes too long on a string of 61 characters"));
    }

    @Test
    void aPatternThatIsBearableOnOneStringIsBoundedOnManyOfThem() {
        String strings = ("\"" + "a".repeat(17) + "!\",").repeat(20_000);
        fixture.file("models/m1.json", "{\"id\": \"m1\", \"tags\": [" + strings + "\"x\"]}");
        fixture.file(
                FILE, "{\"properties\": {\"tags\": {\"items\": {\"anyOf\": [{\"pattern\": \"^(a+)+\\\\1b\"}, {}]}}}}");
        List<String> said = assertTimeoutPreemptively(LIMIT, this::said);
        assertThat(said)
                .anyMatch(
                        each -> each.contains(
                                FILE
                                        + ": its patterns take too long on this document; rewrite \"^(a+)+\\1b\" without nested repetition"));
    }

    @Test
    void whatIsLargeButHarmlessIsFollowed() {
        List<String> choices = new ArrayList<>();
        for (int i = 0; i < 200_000; i++) {
            choices.add("c" + i);
        }
        fixture.file("models/m1.json", "{\"id\": \"m1\", \"tags\": " + JsonWriter.toLine(choices) + "}");
        fixture.file(
                FILE,
                "{\"properties\": {\"id\": {\"pattern\": \"^[a-z0-9]+$\"}, \"tags\": {\"uniqueItems\": true, \"items\": {\"pattern\": \"^c[0-9]+$\"}},"
                        + " \"kind\": {\"enum\": " + JsonWriter.toLine(choices) + "}}}");
        assertThat(assertTimeoutPreemptively(LIMIT, this::said)).isEmpty();
    }

    @Test
    void aSchemaThatReallyDoublesThirtyTimesIsNotFollowed() {
        fixture.file(FILE, doubling("{\"allOf\": [{\"$ref\": \"#/$defs/NEXT\"}, {\"$ref\": \"#/$defs/NEXT\"}]}"));
        assertThat(assertTimeoutPreemptively(LIMIT, this::said))
                .anyMatch(each -> each.contains("it applies the same rules over and over"));
    }

    private List<String> said() {
        List<String> said = new ArrayList<>();
        try {
            Validator.of(Evaluators.load())
                    .validate(EvaluationRepository.open(root))
                    .forEach(each -> said.add(each.toString()));
            Schemas.of(root).get(DocumentKind.MODEL);
        } catch (EvalkitException e) {
            said.add(String.valueOf(e.getMessage()));
        }
        return said;
    }

    private static String doubling(String level) {
        StringBuilder text = new StringBuilder("{\"$ref\": \"#/$defs/a0\", \"$defs\": {");
        for (int i = 0; i < 30; i++) {
            text.append("\"a")
                    .append(i)
                    .append("\": ")
                    .append(level.replace("NEXT", "a" + (i + 1)))
                    .append(", ");
        }
        return text + "\"a30\": {\"type\": \"string\"}}}";
    }

    private static String chain(int length) {
        StringBuilder text = new StringBuilder("{\"$ref\": \"#/$defs/a0\", \"$defs\": {");
        for (int i = 0; i < length; i++) {
            text.append("\"a")
                    .append(i)
                    .append("\": {\"$ref\": \"#/$defs/a")
                    .append(i + 1)
                    .append("\"}, ");
        }
        return text + "\"a" + length + "\": {}}}";
    }

    private static String quoted(String text) {
        return JsonWriter.toLine(text).strip();
    }
}
