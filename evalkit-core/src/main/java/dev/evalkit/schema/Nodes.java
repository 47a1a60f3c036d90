package dev.evalkit.schema;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Plain values as the tree that the schema library works on, counted on the way. */
final class Nodes {
    private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;

    private static final double LONGS = 0x1p63;

    private final JsonNode root;
    private long count;

    Nodes(@Nullable Object value) {
        this.root = node(value);
    }

    JsonNode root() {
        return root;
    }

    /** How many values there are in all. */
    long count() {
        return count;
    }

    private JsonNode node(@Nullable Object value) {
        count++;
        if (value == null) {
            return MAKE.nullNode();
        }
        if (value instanceof String text) {
            return MAKE.stringNode(text);
        }
        if (value instanceof Long number) {
            return MAKE.numberNode(number.longValue());
        }
        if (value instanceof Double number) {
            // The library takes a number beside a whole limit for a long, and fails on one that is none.
            return Math.abs(number) < LONGS
                    ? MAKE.numberNode(number.doubleValue())
                    : MAKE.numberNode(BigDecimal.valueOf(number).toBigInteger());
        }
        if (value instanceof Boolean truth) {
            return MAKE.booleanNode(truth);
        }
        if (value instanceof BigInteger number) {
            return MAKE.numberNode(number);
        }
        return value instanceof Map<?, ?> map ? object(map) : array((List<?>) value);
    }

    private JsonNode object(Map<?, ?> map) {
        ObjectNode node = MAKE.objectNode();
        map.forEach((name, member) -> node.set((String) name, node(member)));
        return node;
    }

    private JsonNode array(List<?> list) {
        ArrayNode node = MAKE.arrayNode(list.size());
        list.forEach(each -> node.add(node(each)));
        return node;
    }
}
