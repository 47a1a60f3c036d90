package dev.evalkit.repository;

import dev.evalkit.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** References to other documents. */
final class References {
    private References() {}

    /**
     * The ids in a list of references, which may be strings or objects that hold an id among other things. References of other shapes are left
     * out: they are for those who read the document's fields.
     */
    static List<String> in(JsonObject json, String key, String... idKeys) {
        List<String> references = new ArrayList<>();
        if (json.asMap().get(key) instanceof List<?> list) {
            for (Object each : list) {
                if (each instanceof String id) {
                    references.add(id);
                } else if (each instanceof Map<?, ?> object) {
                    Texts.first(object, idKeys).ifPresent(references::add);
                }
            }
        }
        return references;
    }
}
