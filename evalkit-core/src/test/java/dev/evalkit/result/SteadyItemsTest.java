package dev.evalkit.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.evalkit.EvalkitException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Items that are written like the one before them are read in a shorter way, which must not show. */
class SteadyItemsTest {
    private static final String STEADY =
            "{\"metric_id\":\"%s\",\"value\":%s,\"ci\":[%s,%s],\"samples_used\":%s,\"meta\":%s}";

    @TempDir
    Path folder;

    /** Each stands behind items that make its shape the expected one, and alone, where it is read member by member. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"metric_id\":\"x\",\"value\":0.5,\"ci\":[0.4,0.6],\"samples_used\":10,\"meta\":{\"seed\":1}}",
                "{\"metric_id\":\"x\\u00e9\\n\\\"\",\"value\":0.5,\"ci\":[0.4,0.6],\"samples_used\":10,\"meta\":{\"seed\":1}}",
                "{\"metric_id\":\"xé😀\",\"value\":0.5,\"ci\":[0.4,0.6],\"samples_used\":10,\"meta\":{\"seed\":1}}",
                "{\"metric_id\":\"x\",\"value\":-0,\"ci\":[-0.0,0],\"samples_used\":0,\"meta\":{\"seed\":1}}",
                "{\"metric_id\":\"x\",\"value\":123456789012345678,\"ci\":[1,null],\"samples_used\":9007199254740993,\"meta\":{}}",
                "{\"metric_id\":\"x\",\"value\":0.84123456789012345,\"ci\":[0.1234567890123456,1e2],\"samples_used\":12.0,\"meta\":{\"seed\":2}}",
                "{\"metric_id\":\"x\",\"value\":1E-400,\"ci\":[-1e308,1e308],\"samples_used\":1e3,\"meta\":{\"seed\":10}}",
                "{\"metric_id\":\"x\",\"value\":0.00000000000000000000000001,\"ci\":[0.000123,100000000000000000000000],\"samples_used\":1,\"meta\":{\"seed\":1}}",
                "{\"metric_id\":\"x\",\"value\":0.5,\"ci\":null,\"samples_used\":null,\"meta\":null}",
                "{\"metric_id\":\"x\",\"value\":0.5,\"ci\":[null,null],\"samples_used\":10,\"meta\":{\"seed\":1}}",
                "{\"metric_id\":\"x\",\"value\":0.5}",
                "{\"value\":0.5,\"metric_id\":\"x\",\"meta\":{\"seed\":1},\"samples_used\":10,\"ci\":[0.4,0.6]}",
                "{ \"metric_id\" : \"x\" , \"value\" : 0.5 , \"ci\" : [ 0.4 , 0.6 ] , \"samples_used\" : 10 , \"meta\" : { \"seed\" : 1 } }",
                "{\"m\\u0065tric_id\":\"x\",\"value\":0.5,\"\\u0063i\":[0.4,0.6],\"samples_used\":10,\"meta\":{\"seed\":1}}",
                "{\"metric_id\":\"x\",\"value\":0.5,\"ci\":[0.4,0.6],\"samples_used\":10,\"meta\":{\"ключ\":{\"a\":[1,{}]},\"own\":\"}\"}}",
                "{\"metric_id\":\"x\",\"value\":0.5,\"ci\":[0.4,0.6],\"samples_used\":10,\"meta\":{\"slice\":{\"s\":\"é\"},\"model\":\"m\"}}",
                "{\"metric_id\":\"x\",\"value\":0.5,\"ci\":[0.4,0.6],\"samples_used\":10,\"meta\":{\"model\":\"m\",\"slice\":{\"s\":\"é\"}}}",
            })
    void readsTheSameItemInEitherWay(String item) {
        ResultItem alone = parse("[" + item + "]").items().get(0);

        assertThat(parse("[" + steady(20) + "," + item + "]").items().get(20)).isEqualTo(alone);
        List<ResultItem> many = parse("[" + steady(20) + "," + item + "," + item.replace("\"x", "\"y") + ","
                        + item.replace("\"x", "\"z") + "," + steady("late", 20) + "]")
                .items();
        assertThat(many.get(20)).isEqualTo(alone);
        assertThat(many.subList(many.size() - 20, many.size()))
                .containsExactlyElementsOf(parse("[" + steady("late", 20) + "]").items());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"metric_id\":\"\",\"value\":0.5,\"ci\":[0.4,0.6],\"samples_used\":10,\"meta\":{\"seed\":1}}",
                "{\"metric_id\":\"x\",\"value\":0.5,\"ci\":[0.6,0.4],\"samples_used\":10,\"meta\":{\"seed\":1}}",
                "{\"metric_id\":\"x\",\"value\":0.5,\"ci\":[0.4,0.6],\"samples_used\":-1,\"meta\":{\"seed\":1}}",
                "{\"metric_id\":\"x\",\"value\":0.5,\"ci\":[0.4,0.6],\"samples_used\":1.5,\"meta\":{\"seed\":1}}",
                "{\"metric_id\":\"x\",\"value\":05,\"ci\":[0.4,0.6],\"samples_used\":10,\"meta\":{\"seed\":1}}",
                "{\"metric_id\":\"x\",\"value\":5.,\"ci\":[0.4,0.6],\"samples_used\":10,\"meta\":{\"seed\":1}}",
                "{\"metric_id\":\"x\",\"value\":.5,\"ci\":[0.4,0.6],\"samples_used\":10,\"meta\":{\"seed\":1}}",
                "{\"metric_id\":\"x\",\"value\":-,\"ci\":[0.4,0.6],\"samples_used\":10,\"meta\":{\"seed\":1}}",
                "{\"metric_id\":\"x\",\"value\":1.2.3,\"ci\":[0.4,0.6],\"samples_used\":10,\"meta\":{\"seed\":1}}",
                "{\"metric_id\":\"x\",\"value\":1e400,\"ci\":[0.4,0.6],\"samples_used\":10,\"meta\":{\"seed\":1}}",
                "{\"metric_id\":\"x\\ud83d\",\"value\":0.5,\"ci\":[0.4,0.6],\"samples_used\":10,\"meta\":{\"seed\":1}}",
                "{\"metric_id\":\"x\ty\",\"value\":0.5,\"ci\":[0.4,0.6],\"samples_used\":10,\"meta\":{\"seed\":1}}",
                "{\"metric_id\":\"x\",\"value\":0.5,\"value\":0.6,\"samples_used\":10,\"meta\":{\"seed\":1}}",
                "{\"metric_id\":\"x\",\"value\":0.5,\"ci\":[0.4,0.6],\"samples\":10,\"meta\":{\"seed\":1}}",
                "{\"metric_id\":\"x\",\"value\":0.5,\"ci\":[0.4,0.6,0.7],\"samples_used\":10,\"meta\":{\"seed\":1}}",
                "{\"metric_id\":\"x\",\"value\":0.5,\"ci\":[0.4,0.6],\"samples_used\":10,\"meta\":{\"seed\":1,\"seed\":1}}",
                "{\"metric_id\":\"x\",\"value\":0.5,\"ci\":[0.4,0.6],\"samples_used\":10,\"meta\":{\"seed\":1}",
                "{\"metric_id\":\"x\",\"value\":0.5,\"ci\":[0.4,0.6],\"samples_used\":10,\"meta\":{\"seed\":1}},",
                "{\"metric_id\":\"x\",\"value\":0.5,\"ci\":[0.4,0.6],\"samples_used\":10,\"meta\":{\"seed\":1}} 5",
                "[\"metric_id\":\"x\",\"value\":0.5,\"ci\":[0.4,0.6],\"samples_used\":10,\"meta\":{\"seed\":1}}",
                "5",
            })
    void refusesTheSameItemsWithTheSameWordsInEitherWay(String item) {
        String padding = "\n".repeat(20);
        String alone = refusal("[" + padding + item + "]");

        assertThat(refusal("[" + steady(20).replace(",{", ",\n{") + ",\n" + item + "]"))
                .isEqualTo(alone.replace("element 1 must", "element 21 must"));
    }

    @Test
    void placesOfErrorsAreRightBehindItemsOfSeveralLines() {
        ResultSet results = parse("[" + steady(50) + "]");
        Path file = folder.resolve("indented.json");
        results.write(file);

        assertThat(ResultSet.read(file).items()).isEqualTo(results.items());
        String item = "\n{\n\"metric_id\": \"%s\",\n\"value\": 1,\n\"meta\": {\n\"a\": 1}\n}";
        StringBuilder document = new StringBuilder("[");
        for (int i = 0; i < 10; i++) {
            document.append(String.format(item, "m" + i)).append(',');
        }
        assertThat(refusal(document + String.format(item, "m3") + "]"))
                .isEqualTo("results.json:62:1: two items have the identity \"m3\", this one and the one at"
                        + " results.json:20:1; an identity stands once in a file: meta.model, meta.scenario,"
                        + " meta.dataset or meta.slice can set them apart");
    }

    @Test
    void itemsOfAllShapesMixedComeOutAsTheyAreWritten() {
        Random random = new Random(5);
        List<ResultItem> items = new ArrayList<>();
        StringBuilder document = new StringBuilder("[");
        for (int i = 0; i < 20_000; i++) {
            // Runs of one shape, and now and then another.
            boolean isOdd = random.nextInt(50) == 0;
            double value = random.nextInt(3) == 0 ? random.nextDouble() : random.nextInt(1000) / 1000.0;
            Interval ci = isOdd ? null : new Interval(value - 0.25, value + 0.25);
            Long samples = isOdd ? null : (Long) (long) random.nextInt(100_000);
            Meta meta = Meta.of(Map.of("seed", (long) random.nextInt(isOdd ? 1000 : 2)));
            items.add(new ResultItem("task" + random.nextInt(10) + ".m" + i, value, ci, samples, meta));
            document.append(i == 0 ? "" : random.nextInt(100) == 0 ? " ,\n" : ",")
                    .append(String.format(
                                    STEADY,
                                    items.get(i).metricId(),
                                    value,
                                    ci == null ? "" : ci.low(),
                                    ci == null ? "" : ci.high(),
                                    samples,
                                    "{\"seed\":" + meta.get("seed").orElseThrow() + "}")
                            .replace("[,]", "null"));
        }
        assertThat(parse(document.append(']').toString()).items()).isEqualTo(items);
    }

    private static String steady(int count) {
        return steady("steady", count);
    }

    private static String steady(String name, int count) {
        List<String> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            items.add(String.format(STEADY, name + i, "0." + i, "-1.5", "2", 10 + i, "{\"seed\":" + i % 2 + "}"));
        }
        return String.join(",", items);
    }

    private static String refusal(String document) {
        List<String> messages = new ArrayList<>();
        assertThatThrownBy(() -> parse(document))
                .isInstanceOfSatisfying(EvalkitException.class, e -> messages.add(e.getMessage()));
        return messages.get(0);
    }

    private static ResultSet parse(String document) {
        return ResultSet.read(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)), "results.json");
    }
}
