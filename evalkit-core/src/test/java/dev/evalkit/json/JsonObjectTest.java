package dev.evalkit.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.evalkit.EvalkitException;
import dev.evalkit.Location;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class JsonObjectTest {
    private static final JsonObject OBJECT =
            JsonDocument.parse("models/a.json", """
            {
              "name": "q", "size": 8, "share": 0.5, "whole": 12.0, "open": false, "none": null,
              "huge": 123456789012345678901234567890,
              "inner": {"deep": {"x": "y"}},
              "tags": ["a", "b"],
              "mixed": ["a", 3],
              "list": [{"id": 1}, {"id": 2}]
            }
            """).object();

    @Test
    void givesMembersByType() {
        assertThat(OBJECT.string("name")).isEqualTo("q");
        assertThat(OBJECT.number("size")).isEqualTo(8.0);
        assertThat(OBJECT.number("huge")).isEqualTo(1.2345678901234568E29);
        assertThat(OBJECT.integer("whole")).isEqualTo(12);
        assertThat(OBJECT.bool("open")).isFalse();
        assertThat(OBJECT.strings("tags")).containsExactly("a", "b");
        assertThat(OBJECT.array("mixed")).containsExactly("a", 3L);
        assertThat(OBJECT.objects("list"))
                .extracting(each -> each.integer("id"))
                .containsExactly(1L, 2L);
        assertThat(OBJECT.object("inner").object("deep").pointer()).isEqualTo("/inner/deep");
        assertThat(OBJECT.keys()).contains("name", "none").hasSize(11);
        assertThat(OBJECT.document().name()).isEqualTo("models/a.json");
    }

    @Test
    void takesNullForAbsentWhereItIsOptional() {
        for (String key : new String[] {"none", "absent"}) {
            assertThat(OBJECT.has(key)).isFalse();
            assertThat(OBJECT.optionalString(key)).isEqualTo(Optional.empty());
            assertThat(OBJECT.optionalNumber(key)).isEqualTo(OptionalDouble.empty());
            assertThat(OBJECT.optionalInteger(key)).isEqualTo(OptionalLong.empty());
            assertThat(OBJECT.optionalBool(key)).isEqualTo(Optional.empty());
            assertThat(OBJECT.optionalObject(key)).isEqualTo(Optional.empty());
            assertThat(OBJECT.strings(key)).isEmpty();
            assertThat(OBJECT.objects(key)).isEmpty();
        }
        assertThat(OBJECT.has("open")).isTrue();
    }

    @Test
    void saysWhereSomethingOfTheWrongTypeStands() {
        refuses(() -> OBJECT.string("size"), "2:24: \"size\" must be a string, found the number 8");
        refuses(() -> OBJECT.optionalString("open"), "2:64: \"open\" must be a string, found false");
        refuses(() -> OBJECT.number("name"), "2:11: \"name\" must be a number, found the string \"q\"");
        refuses(() -> OBJECT.integer("share"), "2:36: \"share\" must be a whole number, found the number 0.5");
        refuses(
                () -> OBJECT.integer("huge"),
                "3:11: \"huge\" must be a whole number of at most 64 bits, found the number 123456789012345678901234567890");
        refuses(() -> OBJECT.bool("tags"), "5:11: \"tags\" must be true or false, found an array");
        refuses(() -> OBJECT.object("name"), "2:11: \"name\" must be an object, found the string \"q\"");
        refuses(() -> OBJECT.array("inner"), "4:12: \"inner\" must be an array, found an object");
        refuses(() -> OBJECT.strings("mixed"), "6:18: element 2 of \"mixed\" must be a string, found the number 3");
        refuses(() -> OBJECT.objects("tags"), "5:12: element 1 of \"tags\" must be an object, found the string \"a\"");
        refuses(() -> OBJECT.string("none"), "2:79: \"none\" must be a string, found null");
        refuses(() -> OBJECT.object("inner").string("missing"), "4:12: \"missing\" is missing, expected a string");
    }

    @Test
    void knowsItsPlace() {
        assertThat(OBJECT.location()).isEqualTo(new Location("models/a.json", 1, 1));
        assertThat(OBJECT.location("tags")).isEqualTo(new Location("models/a.json", 5, 11));
        assertThat(OBJECT.objects("list").get(1).location()).isEqualTo(new Location("models/a.json", 7, 23));
    }

    @Test
    void showsHostileTextHarmlessly() {
        JsonObject object = JsonDocument.parse("x.json", "{\"a\\u001b[31m\": \"" + "é".repeat(100) + "\\u202e\"}")
                .object();
        assertThatThrownBy(() -> object.number("a\u001b[31m"))
                .hasMessage(
                        "x.json:1:17: \"a\\u001b[31m\" must be a number, found the string \"" + "é".repeat(79) + "…\"");
    }

    private static void refuses(ThrowingCallable question, String message) {
        assertThatThrownBy(question).isInstanceOf(EvalkitException.class).hasMessage("models/a.json:" + message);
    }
}
