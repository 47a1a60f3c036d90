package dev.evalkit.lmarena;

import dev.evalkit.json.JsonWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What the dataset server would answer for a small made-up board, with one thing changed where a test wants that. */
final class BoardServer implements LoopbackServer.Script {
    static final String JSON = "Content-Type: application/json\r\n";
    static final String REVISION = JSON + "X-Revision: r1\r\n";

    final List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    final Map<String, String> types = new LinkedHashMap<>();
    String splits = "{\"splits\": [{\"dataset\": \"d\", \"config\": \"text\", \"split\": \"latest\"}, "
            + "{\"dataset\": \"d\", \"config\": \"text\", \"split\": \"full\"}, "
            + "{\"dataset\": \"d\", \"config\": \"text_style_control\", \"split\": \"latest\"}], \"pending\": [], \"failed\": []}";
    String splitsHeaders = REVISION;
    String pageHeaders = REVISION;
    byte[] filterRefusal = new byte[0];
    UnaryOperator<String> page = text -> text;

    /** That many models in one category, the first with the highest rating. */
    BoardServer(int models) {
        for (String text : List.of("model_name", "organization", "license")) {
            types.put(text, "string");
        }
        for (String number : List.of("rating", "rating_lower", "rating_upper", "variance", "vote_count", "rank")) {
            types.put(number, "float64");
        }
        types.put("category", "string");
        types.put("leaderboard_publish_date", "string");
        for (int i = 0; i < models; i++) {
            rows.add(row("model-" + (i + 1), 1500.5 - i));
        }
    }

    static Map<String, @Nullable Object> row(String model, double rating) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("model_name", model);
        row.put("organization", "acme");
        row.put("license", "MIT");
        row.put("rating", rating);
        row.put("rating_lower", rating - 6.5);
        row.put("rating_upper", rating + 6.5);
        row.put("variance", 11.0);
        row.put("vote_count", 2500.0);
        row.put("rank", 1.0);
        row.put("category", "overall");
        row.put("leaderboard_publish_date", "2026-09-13");
        return row;
    }

    @Override
    public void answer(LoopbackServer.Request request, OutputStream out) throws IOException {
        if (request.path().startsWith("/splits?")) {
            out.write(LoopbackServer.answer(200, splitsHeaders, splits));
        } else if (request.path().startsWith("/filter?") && filterRefusal.length > 0) {
            out.write(filterRefusal);
        } else {
            out.write(LoopbackServer.answer(200, pageHeaders, page(request)));
        }
    }

    /** The page that is asked for. */
    String page(LoopbackServer.Request request) {
        int offset = Integer.parseInt(parameter(request, "offset"));
        int length = Integer.parseInt(parameter(request, "length"));
        String where = parameter(request, "where");
        List<Map<String, @Nullable Object>> wanted = rows.stream()
                .filter(row -> where.isEmpty() || where.contains("'" + row.get("category") + "'"))
                .toList();
        List<Object> page = new ArrayList<>();
        for (int i = offset; i < Math.min(offset + length, wanted.size()); i++) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("row_idx", rows.indexOf(wanted.get(i)));
            row.put("row", wanted.get(i));
            row.put("truncated_cells", List.of());
            page.add(row);
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("features", features());
        json.put("rows", page);
        json.put("num_rows_total", wanted.size());
        json.put("num_rows_per_page", 100);
        json.put("partial", false);
        return this.page.apply(JsonWriter.toLine(json));
    }

    private List<Object> features() {
        List<Object> features = new ArrayList<>();
        types.forEach((name, type) -> features.add(Map.of("name", name, "type", Map.of("dtype", type))));
        return features;
    }

    static String parameter(LoopbackServer.Request request, String name) {
        for (String each :
                request.path().substring(request.path().indexOf('?') + 1).split("&", -1)) {
            if (each.startsWith(name + "=")) {
                return URLDecoder.decode(each.substring(name.length() + 1), StandardCharsets.UTF_8);
            }
        }
        return "";
    }
}
