package dev.evalkit.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.evalkit.EvalkitException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultSetTest {
    @TempDir
    Path folder;

    @Test
    void readsAnArrayOfItems() {
        ResultSet results = parse("""
                [
                  {"metric_id": "accuracy_f1", "value": 0.841, "ci": [0.829, 0.853], "samples_used": 1200,
                   "meta": {"model": "m", "slice": {"subject": "math"}, "warnings": ["w"], "own": {"deep": [1, null]}}},
                  {"metric_id": "latency_p99", "value": 992, "ci": [950.5, null], "samples_used": null, "meta": {}}
                ]
                """);
        assertThat(results.size()).isEqualTo(2);
        ResultItem accuracy = results.items().get(0);
        assertThat(accuracy.value()).isEqualTo(0.841);
        assertThat(accuracy.interval()).contains(Interval.of(0.829, 0.853));
        assertThat(accuracy.samples()).hasValue(1200);
        assertThat(accuracy.id().toString()).isEqualTo("accuracy_f1 model=m subject=math");
        assertThat(accuracy.meta().get("own").orElseThrow()).hasToString("{deep=[1, null]}");
        ResultItem latency = results.items().get(1);
        assertThat(latency.interval()).contains(new Interval(950.5, null));
        assertThat(latency.samples()).isEmpty();
        assertThat(results.find(accuracy.id())).contains(accuracy);
        assertThat(results.find(new ItemId("accuracy_f1", null, null, null, Collections.emptySortedMap())))
                .isEmpty();
    }

    @Test
    void readsASingleItemAsAnArrayOfOne() {
        ResultSet results =
                parse("{\"metric_id\": \"a\", \"value\": 1, \"ci\": null, \"samples_used\": 3, \"meta\": {}}");
        assertThat(results.items()).containsExactly(new ResultItem("a", 1, null, 3L, Meta.EMPTY));
    }

    @Test
    void readsAnEmptyArrayAndAByteOrderMark() {
        assertThat(parse("\uFEFF[]").items()).isEmpty();
    }

    @Test
    void readsOlderItemsThatLeaveOutWhatIsNull() {
        assertThat(parse("[{\"metric_id\": \"a\", \"value\": 0.5}]").items())
                .containsExactly(new ResultItem("a", 0.5, null, null, Meta.EMPTY));
        assertThat(parse("[{\"metric_id\": \"a\", \"value\": 0.5, \"meta\": null}]")
                        .items())
                .containsExactly(new ResultItem("a", 0.5, null, null, Meta.EMPTY));
    }

    @Test
    void keepsItemsApartThatDifferInTheModelAlone() {
        ResultSet results = parse("""
                [{"metric_id": "accuracy", "value": 0.1, "ci": null, "samples_used": 10, "meta": {"model": "a"}},
                 {"metric_id": "accuracy", "value": 0.2, "ci": null, "samples_used": 10, "meta": {"model": "b"}},
                 {"metric_id": "accuracy", "value": 0.3, "ci": null, "samples_used": 10, "meta": {"model": "c"}},
                 {"metric_id": "accuracy", "value": 0.4, "ci": null, "samples_used": 10, "meta": {"model": "d"}}]
                """);
        assertThat(results.items()).extracting(ResultItem::value).containsExactly(0.1, 0.2, 0.3, 0.4);
    }

    @Test
    void namesBothItemsOfOneIdentity() {
        assertThatThrownBy(() -> parse("""
                        [
                          {"metric_id": "f1", "value": 1, "ci": null, "samples_used": 1,
                           "meta": {"slice": {"a": "x", "year": 2024}}},
                          {"metric_id": "f1", "value": 2, "ci": null, "samples_used": 1, "meta": {}},
                          {"metric_id": "f1", "value": 3, "ci": null, "samples_used": 1,
                           "meta": {"slice": {"year": "2024", "a": "x"}}}
                        ]
                        """))
                .isInstanceOf(EvalkitException.class)
                .hasMessage(
                        "current.json:5:3: two items have the identity \"f1 a=x year=2024\", this one and the one at "
                                + "current.json:2:3; an identity stands once in a file: meta.model, meta.scenario, meta.dataset or "
                                + "meta.slice can set them apart");
    }

    @Test
    void namesBothItemsOfOneIdentityInAList() {
        ResultItem item = new ResultItem("f1", 1, null, null, Meta.of(Map.of(Meta.MODEL, "m")));
        ResultItem other = new ResultItem("f1", 2, null, null, Meta.of(Map.of(Meta.MODEL, "n")));
        assertThatThrownBy(() -> ResultSet.of(List.of(item, other, item)))
                .isInstanceOf(EvalkitException.class)
                .hasMessage(
                        "Two items have the identity \"f1 model=m\": number 1 and number 3 of 3; an identity stands once in "
                                + "a file: meta.model, meta.scenario, meta.dataset or meta.slice can set them apart");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [{"metric_id":"a","value":1,"sample_used":3}] | 1:29: unknown key "sample_used" in a result item; expected {metric_id, value, ci, samples_used, meta}, and anything else inside "meta"
            [{"metric_id":"a","value":1}, {"metric_id":"b"}] | 1:31: a result item without "value"; expected {metric_id, value, ci, samples_used, meta}
            {} | 1:1: a result item without "metric_id"; expected {metric_id, value, ci, samples_used, meta}
            [{"metric_id":"","value":1}] | 1:15: "metric_id" is empty, expected the id of an indicator
            [{"metric_id":"a","value":null}] | 1:27: "value" must be a number, found null
            [{"metric_id":"a","value":"0.5"}] | 1:27: "value" must be a number, found the string "0.5"
            [{"metric_id":"a","value":NaN}] | 1:27: found NaN, expected a value
            [{"metric_id":"a","value":1e400}] | 1:27: found the number 1e400, expected one that a double can hold (up to about 1.8E308)
            [{"metric_id":"a","value":1,"ci":[0.9,0.1]}] | 1:34: "ci" must be [low, high], the lower end first, found [0.9, 0.1]
            [{"metric_id":"a","value":1,"ci":[0.9]}] | 1:38: found the end of the array, expected a number
            [{"metric_id":"a","value":1,"ci":0.9}] | 1:34: "ci" must be an array, found the number 0.9
            [{"metric_id":"a","value":1,"samples_used":-1}] | 1:44: "samples_used" must be null or 0 and more, found -1
            [{"metric_id":"a","value":1,"samples_used":1.5}] | 1:44: "samples_used" must be a whole number of at most 64 bits, found the number 1.5
            [{"metric_id":"a","value":1,"meta":[]}] | 1:36: "meta" must be an object, found an array
            [{"metric_id":"a","value":1,"value":2}] | 1:29: found the name "value" twice in one object, expected it once
            [1] | 1:2: element 1 must be an object, found the number 1
            "a" | 1:1: the document must be an object, found the string "a"
            """)
    void saysWhereWhatIsWrong(String json, String message) {
        assertThatThrownBy(() -> parse(json))
                .isInstanceOf(EvalkitException.class)
                .hasMessageStartingWith("current.json:" + message);
    }

    @Test
    void refusesAFileThatIsEmptyOrGoesOn() {
        assertThatThrownBy(() -> parse(""))
                .hasMessage("current.json:1:1: found the end of the document, expected a value");
        assertThatThrownBy(() -> parse("[] []"))
                .hasMessage("current.json:1:4: found more after the end of the document, expected nothing");
        assertThatThrownBy(() -> parse("{\"metric_id\":\"a\",\"value\":1}\n{\"metric_id\":\"b\",\"value\":1}"))
                .hasMessage("current.json:2:1: found more after the end of the document, expected nothing");
    }

    @Test
    void namesAFileThatIsNotThere() {
        Path missing = folder.resolve("none.json");
        assertThatThrownBy(() -> ResultSet.read(missing)).hasMessage(missing + ": there is no such file");
    }

    @Test
    void isWrittenCanonicallyAndReadBackTheSame() throws IOException {
        ResultSet results = ResultSet.of(List.of(
                new ResultItem(
                        "accuracy_f1",
                        0.841,
                        Interval.of(0.829, 0.853),
                        1200L,
                        Meta.of(Map.of(Meta.MODEL, "qwen3-8b")).with(Meta.SLICE, Map.of("subject", "Mathématiques"))),
                new ResultItem("latency_p99", 992, Interval.of(950.5, Double.POSITIVE_INFINITY), null, Meta.EMPTY)));
        Path file = folder.resolve("reports/run/current.json");
        results.write(file);
        assertThat(file).content(StandardCharsets.UTF_8).isEqualTo("""
                [
                  {
                    "metric_id": "accuracy_f1",
                    "value": 0.841,
                    "ci": [0.829, 0.853],
                    "samples_used": 1200,
                    "meta": {
                      "model": "qwen3-8b",
                      "slice": {
                        "subject": "Mathématiques"
                      }
                    }
                  },
                  {
                    "metric_id": "latency_p99",
                    "value": 992.0,
                    "ci": [950.5, null],
                    "samples_used": null,
                    "meta": {}
                  }
                ]
                """);
        assertThat(ResultSet.read(file).items()).isEqualTo(results.items());
        byte[] first = Files.readAllBytes(file);
        ResultSet.read(file).write(file);
        assertThat(Files.readAllBytes(file)).isEqualTo(first);
    }

    @Test
    void findsEachOfManyItems() {
        List<ResultItem> items = new ArrayList<>();
        for (int i = 0; i < 50_000; i++) {
            items.add(new ResultItem("bench.task" + i % 100 + ".m" + i, i, null, null, Meta.EMPTY));
        }
        ResultSet results = ResultSet.of(items);
        for (ResultItem item : items) {
            assertThat(results.find(item.id()).orElseThrow()).isEqualTo(item);
        }
    }

    @Test
    void keepsWhatMetaObjectsRepeatOnce() {
        ResultSet results = parse("""
                [{"metric_id": "a", "value": 1, "meta": {"split": "test", "seed": 3}},
                 {"metric_id": "b", "value": 1, "meta": {"split": "test", "seed": 3}},
                 {"metric_id": "c", "value": 1, "meta": {"split": "test", "seed": 4}}]
                """);
        List<ResultItem> items = results.items();
        assertThat(items.get(0).meta()).isSameAs(items.get(1).meta());
        assertThat(items.get(2).meta().text("split").orElseThrow())
                .isSameAs(items.get(0).meta().text("split").orElseThrow());
    }

    private static ResultSet parse(String json) {
        return ResultSet.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "current.json");
    }
}
