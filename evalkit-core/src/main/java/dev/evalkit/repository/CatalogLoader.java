package dev.evalkit.repository;

import dev.evalkit.EvalkitException;
import dev.evalkit.Shown;
import dev.evalkit.io.SafePaths;
import dev.evalkit.json.JsonDocument;
import dev.evalkit.json.JsonLimits;
import dev.evalkit.json.JsonObject;
import dev.evalkit.json.JsonPointers;
import dev.evalkit.json.SchemaVersion;
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
    /** The newest form of the documents that people write. */
    private static final long SCHEMA_VERSION = 1;

    private final Path root;
    private final Kind<T> kind;
    private final List<Problem> problems;
    private final List<Source> sources = new ArrayList<>();
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
        List<Named> named = new ArrayList<>();
        files().forEach(file -> read(file, named));
        Map<String, Integer> uses = new HashMap<>();
        named.forEach(each -> uses.merge(each.id(), 1, Integer::sum));
        named.forEach(each -> parse(source(each, uses), each.json()));
        reportDuplicates();
        return new Catalog<>(kind, sources, documents, broken, otherNames(), aliases());
    }

    private List<Path> files() {
        Path folder = root.resolve(kind.folder());
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try {
            SafePaths.resolve(root, kind.folder());
        } catch (EvalkitException e) {
            problems.add(Problem.of(e, kind.folder(), Problem.Kind.UNREADABLE));
            return List.of();
        }
        List<Path> files = new ArrayList<>(DocumentFiles.in(folder));
        if (kind.ownFolders()) {
            files.addAll(DocumentFiles.inFoldersOf(root, kind.folder(), problems::add));
        }
        return files;
    }

    private void read(Path file, List<Named> named) {
        String shown = root.relativize(file).toString().replace('\\', '/');
        try {
            JsonObject json = JsonDocument.read(inside(file, shown), shown, JsonLimits.forAuthored())
                    .object();
            if (!isSchema(json)) {
                SchemaVersion.requireAtMost(SCHEMA_VERSION, json);
                named.add(name(json, shown));
            }
        } catch (EvalkitException e) {
            breaks(Source.stem(shown), Problem.of(e, shown, Problem.Kind.UNREADABLE));
        }
    }

    /** The file itself, as the kind's folder is inside the repository; where links may lead elsewhere, what they lead to. */
    private Path inside(Path file, String shown) {
        boolean isPlain = root.resolve(kind.folder()).equals(file.getParent()) && !Files.isSymbolicLink(file);
        return isPlain ? file : SafePaths.resolve(root, shown);
    }

    private static boolean isSchema(JsonObject json) {
        return json.asMap().get("$schema") instanceof String schema && schema.contains("json-schema.org/");
    }

    private Named name(JsonObject json, String file) {
        for (String key : kind.idKeys()) {
            if (json.asMap().get(key) instanceof String id && !id.isBlank()) {
                return new Named(json, file, key, id);
            }
        }
        return new Named(json, file, "", Source.stem(file));
    }

    private Source source(Named document, Map<String, Integer> uses) {
        // A name may repeat where an id may not; then the file's name tells the documents apart.
        boolean repeats = !document.key().equals("id") && uses.getOrDefault(document.id(), 0) > 1;
        String id = repeats ? Source.stem(document.file()) : document.id();
        Source source = new Source(id, document.file(), document.json().document());
        sources.add(source);
        return source;
    }

    private void parse(Source source, JsonObject json) {
        try {
            T content = kind.parser().parse(source.id(), json);
            documents.add(new Document<>(source.id(), source.file(), source.json(), content));
        } catch (EvalkitException e) {
            breaks(source.id(), Problem.of(e, source.file(), Problem.Kind.MALFORMED));
        }
    }

    private void breaks(String id, Problem problem) {
        broken.putIfAbsent(id, problem);
        problems.add(problem);
    }

    private void reportDuplicates() {
        Map<String, Source> first = new HashMap<>();
        for (Source each : sources) {
            Source earlier = first.putIfAbsent(each.id(), each);
            if (earlier != null) {
                String message = "the id " + Shown.quoted(each.id()) + " stands in " + Shown.text(earlier.file())
                        + " already; an id stands in one document";
                problems.add(ambiguous(each.json(), idPointer(each), message));
            }
        }
    }

    /** Aliases that documents list, and names of files, where they name one document and no id. */
    private Map<String, String> otherNames() {
        Map<String, String> names = new HashMap<>();
        Set<String> taken = new HashSet<>();
        sources.forEach(each -> taken.add(each.id()));
        Set<String> ids = Set.copyOf(taken);
        for (Document<T> each : documents) {
            List<String> aliases = kind.aliases().apply(each.content());
            for (int i = 0; i < aliases.size(); i++) {
                String alias = aliases.get(i);
                if (ids.contains(alias) && !alias.equals(each.id())) {
                    reportAmbiguous(alias, alias, each.id(), each.source(), "/aliases/" + i);
                }
                addName(alias, each.id(), each.source(), "/aliases/" + i, names, taken);
            }
        }
        for (Source each : sources) {
            if (!names.containsKey(each.stem())) {
                addName(each.stem(), each.id(), each.json(), "", names, taken);
            }
        }
        return names;
    }

    private void addName(
            String name,
            String id,
            JsonDocument document,
            String pointer,
            Map<String, String> names,
            Set<String> taken) {
        String earlier = taken.contains(name) ? null : names.putIfAbsent(name, id);
        if (earlier != null && !earlier.equals(id)) {
            names.remove(name);
            taken.add(name);
            reportAmbiguous(name, earlier, id, document, pointer);
        }
    }

    private void reportAmbiguous(String name, String earlier, String id, JsonDocument document, String pointer) {
        String message = name.equals(earlier)
                ? Shown.quoted(name) + " is another name of " + Shown.quoted(id) + ", and the id of another "
                        + kind.word()
                : Shown.quoted(name) + " is another name of " + Shown.quoted(earlier) + " and of " + Shown.quoted(id);
        problems.add(ambiguous(document, pointer, message + "; a name belongs to one " + kind.word()));
    }

    private static Problem ambiguous(JsonDocument document, String pointer, String message) {
        return new Problem(document.locate(pointer), pointer, message, Problem.Kind.AMBIGUOUS);
    }

    private String idPointer(Source source) {
        return kind.idKeys().stream()
                .filter(key -> source.json().object().has(key))
                .findFirst()
                .map(key -> JsonPointers.child("", key))
                .orElse("");
    }

    private Aliases aliases() {
        String shown = kind.folder() + "/" + DocumentFiles.ALIASES;
        if (!Files.exists(root.resolve(shown))) {
            return Aliases.NONE;
        }
        try {
            return Aliases.of(JsonDocument.read(SafePaths.resolve(root, shown), shown, JsonLimits.forAuthored()));
        } catch (EvalkitException e) {
            problems.add(Problem.of(e, shown, Problem.Kind.UNREADABLE));
            return Aliases.NONE;
        }
    }

    /**
     * A document and the id that it says it has.
     *
     * @param key the key that holds the id; empty where it is the file's name
     */
    private record Named(JsonObject json, String file, String key, String id) {}
}
