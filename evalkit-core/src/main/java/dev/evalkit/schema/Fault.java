package dev.evalkit.schema;

import com.networknt.schema.Error;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A keyword that a value breaks.
 *
 * @param path the names and positions that lead to the value
 * @param keyword the keyword
 * @param property the member in question, where it is about one
 * @param expected what the schema gives the keyword, as a plain value
 * @param message what the schema library says of it
 */
record Fault(
        List<String> path,
        String keyword,
        @Nullable String property,
        @Nullable Object expected,
        String message) {

    /** What the schema library found. */
    static Fault of(Error error) {
        List<String> path = new ArrayList<>();
        for (int i = 0; i < error.getInstanceLocation().getNameCount(); i++) {
            path.add(String.valueOf(error.getInstanceLocation().getElement(i)));
        }
        return new Fault(
                path,
                String.valueOf(error.getKeyword()),
                error.getProperty(),
                plain(error.getSchemaNode()),
                error.getMessage());
    }

    private static @Nullable Object plain(@Nullable JsonNode node) {
        if (node == null || node.isNull() || node.isObject()) {
            return null;
        }
        if (node.isArray()) {
            List<@Nullable Object> list = new ArrayList<>();
            node.forEach(each -> list.add(plain(each)));
            return list;
        }
        if (node.isNumber()) {
            return node.numberValue();
        }
        return node.isBoolean() ? (Object) node.booleanValue() : node.asString();
    }
}
