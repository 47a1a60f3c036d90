package dev.evalkit.repository;

import dev.evalkit.EvalkitException;
import dev.evalkit.Shown;
import dev.evalkit.io.SafePaths;
import dev.evalkit.json.JsonDocument;
import dev.evalkit.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the documents of one kind; what is wrong with one does not hide the others. */
final class CatalogLoader<T> {
    private final Path root;
    private final Kind<T> kind;
    private final List<Problem> problems;
    private final List<Document<T>> documents = new ArrayList<>();
    private final Map<String, Problem> broken = new LinkedHashMap<>();

    private CatalogLoader(Path root, Kind<T> kind, List<Problem> problems) {
        this.root = root;
        this.kind = kind;
        this.problems = problems;
    }

    /**
     * The documents of a kind.
     *
     * @param problems what is wrong is added here
     */
    static <T> Catalog<T> load(Path root, Kind<T> kind, List<Problem> problems) {
        return new CatalogLoader<>(root, kind, problems).load();
    }

    private Catalog<T> load() {
        Path folder = root.resolve(kind.folder());
        List<Path> files = new ArrayList<>(DocumentFiles.in(folder));
        if (kind.ownFolders()) {
            files.addAll(DocumentFiles.inFoldersOf(folder, kind.folder(), problems::add));
        }
        List<Named> named = new ArrayList<>();
        files.forEach(file -> read(file, named));
        Map<String, Integer> uses = new HashMap<>();
        named.forEach(each -> uses.merge(each.id(), 1, Integer::sum));
        for (Named each : named) {
            // A name may repeat where an id may not; then the file's name tells the documents apart.
            boolean repeats = !each.key().equals("id") && uses.getOrDefault(each.id(), 0) > 1;
            parse(each.json(), repeats ? stem(each.json().document().name()) : each.id());
        }
        reportDuplicates();
        return new Catalog<>(kind, documents, broken, otherNames(), aliases());
    }

    private void read(Path file, List<Named> named) {
        String shown = root.relativize(file).toString().replace('\\', '/');
        try {
            JsonObject json =
                    JsonDocument.read(SafePaths.resolve(root, shown), shown).object();
            if (!isSchema(json)) {
                named.add(name(json, shown));
            }
        } catch (EvalkitException e) {
            breaks(stem(shown), Problem.of(e, shown));
        }
    }

    private static boolean isSchema(JsonObject json) {
        return json.asMap().get("$schema") instanceof String schema && schema.contains("json-schema.org/");
    }

    private Named name(JsonObject json, String file) {
        for (String key : kind.idKeys()) {
            String id = json.optionalString(key).orElse("");
            if (!id.isBlank()) {
                return new Named(json, key, id);
            }
        }
        return new Named(json, "", stem(file));
    }

    private void parse(JsonObject json, String id) {
        JsonDocument source = json.document();
        try {
            documents.add(
                    new Document<>(id, source.name(), source, kind.parser().parse(id, json)));
        } catch (EvalkitException e) {
            breaks(id, Problem.of(e, source.name()));
        }
    }

    private void breaks(String id, Problem problem) {
        broken.putIfAbsent(id, problem);
        problems.add(problem);
    }

    private void reportDuplicates() {
        Map<String, Document<T>> first = new HashMap<>();
        for (Document<T> each : documents) {
            Document<T> earlier = first.putIfAbsent(each.id(), each);
            if (earlier != null) {
                problems.add(new Problem(
                        each.source().object().location("id"),
                        "the id " + Shown.quoted(each.id()) + " stands in " + Shown.text(earlier.file())
                                + " already; an id stands in one " + "document"));
            }
        }
    }

    /** Aliases that documents list, and names of files, where they name one document and no id. */
    private Map<String, String> otherNames() {
        Map<String, String> names = new HashMap<>();
        Set<String> unclear = new HashSet<>();
        documents.forEach(each -> unclear.add(each.id()));
        for (Document<T> each : documents) {
            for (String alias : kind.aliases().apply(each.content())) {
                addName(alias, each, names, unclear);
            }
        }
        for (Document<T> each : documents) {
            if (!names.containsKey(each.stem())) {
                addName(each.stem(), each, names, unclear);
            }
        }
        return names;
    }

    private void addName(String name, Document<T> document, Map<String, String> names, Set<String> unclear) {
        String earlier = unclear.contains(name) ? null : names.putIfAbsent(name, document.id());
        if (earlier != null && !earlier.equals(document.id())) {
            names.remove(name);
            unclear.add(name);
            problems.add(new Problem(
                    document.source().object().location("aliases"),
                    Shown.quoted(name) + " is another name of " + Shown.quoted(earlier) + " and of "
                            + Shown.quoted(document.id()) + "; a name belongs to one " + kind.word()));
        }
    }

    private Aliases aliases() {
        String shown = kind.folder() + "/" + DocumentFiles.ALIASES;
        if (!Files.exists(root.resolve(shown))) {
            return Aliases.NONE;
        }
        try {
            return Aliases.of(JsonDocument.read(SafePaths.resolve(root, shown), shown));
        } catch (EvalkitException e) {
            problems.add(Problem.of(e, shown));
            return Aliases.NONE;
        }
    }

    private static String stem(String file) {
        return Document.stem(file);
    }

    /**
     * A document and the id that it says it has.
     *
     * @param key the key that holds the id; empty where it is the file's name
     */
    private record Named(JsonObject json, String key, String id) {}
}
