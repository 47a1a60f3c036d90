package dev.evalkit.lmarena.source;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The addresses of the dataset server.
 *
 * @param base the server's address without a slash at the end
 * @param dataset the data set
 * @param config which of its parts
 * @param split which of its splits
 */
record DatasetQuery(String base, String dataset, String config, String split) {
    /** The most rows that a page has. */
    static final int PAGE = 100;

    URI splits() {
        return address("splits", Map.of("dataset", dataset));
    }

    URI rows(long offset) {
        return address("rows", page(offset));
    }

    /** Only rows of some categories; all where none is named. */
    URI filter(List<String> categories, long offset) {
        Map<String, String> parameters = page(offset);
        if (!categories.isEmpty()) {
            parameters.put(
                    "where",
                    categories.stream()
                            .map(category -> "\"category\"='" + category.replace("'", "''") + "'")
                            .collect(Collectors.joining(" OR ")));
        }
        return address("filter", parameters);
    }

    private Map<String, String> page(long offset) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("dataset", dataset);
        parameters.put("config", config);
        parameters.put("split", split);
        parameters.put("offset", Long.toString(offset));
        parameters.put("length", Integer.toString(PAGE));
        return parameters;
    }

    private URI address(String path, Map<String, String> parameters) {
        return URI.create(base + "/" + path + "?"
                + parameters.entrySet().stream()
                        .map(each -> each.getKey() + "=" + encoded(each.getValue()))
                        .collect(Collectors.joining("&")));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
