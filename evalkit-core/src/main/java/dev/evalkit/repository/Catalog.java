package dev.evalkit.repository;

import dev.evalkit.EvalkitException;
import dev.evalkit.Nearest;
import dev.evalkit.Shown;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * All documents of one kind, by id. Immutable and thread-safe.
 *
 * <p>What could not be read is known all the same: asking for it is the error that reading it was.
 *
 * @param <T> the record of the kind
 */
public final class Catalog<T> {
    private static final int MOST_SHOWN = 10;

    private final String word;
    private final String folder;
    private final List<Source> sources;
    private final List<Document<T>> documents;
    private final NavigableMap<String, List<Document<T>>> byId;
    private final NavigableMap<String, Problem> broken;
    private final Map<String, String> otherNames;
    private final Aliases aliases;
    private final AtomicReference<@Nullable PlainNames> plainNames = new AtomicReference<>();

    Catalog(
            Kind<T> kind,
            List<Source> sources,
            List<Document<T>> documents,
            Map<String, Problem> broken,
            Map<String, String> otherNames,
            Aliases aliases) {
        this.word = kind.word();
        this.folder = kind.folder();
        this.sources = List.copyOf(sources);
        this.documents = List.copyOf(documents);
        NavigableMap<String, List<Document<T>>> grouped = new TreeMap<>();
        documents.forEach(each ->
                grouped.computeIfAbsent(each.id(), id -> new ArrayList<>()).add(each));
        this.byId = Collections.unmodifiableNavigableMap(grouped);
        this.broken = Collections.unmodifiableNavigableMap(new TreeMap<>(broken));
        this.otherNames = Map.copyOf(otherNames);
        this.aliases = aliases;
    }

    /** All files that are documents of the kind, by file name, also those that do not say what evalkit needs. */
    public List<Source> sources() {
        return sources;
    }

    /** The documents that say what evalkit needs, by file name. */
    public List<Document<T>> documents() {
        return documents;
    }

    /** What the documents say, by file name. */
    public List<T> all() {
        return documents.stream().map(Document::content).toList();
    }

    /** All ids, sorted, also of documents that could not be read (by file name then). */
    public SortedSet<String> ids() {
        SortedSet<String> ids = new TreeSet<>(byId.keySet());
        ids.addAll(broken.keySet());
        return Collections.unmodifiableSortedSet(ids);
    }

    /** The names in the folder's {@code aliases.json}. */
    public Aliases aliases() {
        return aliases;
    }

    /**
     * The document of that name: an id, else a file's name without extension, an alias that a document lists, or one in {@code
     * aliases.json}.
     *
     * @return empty if there is none
     * @throws EvalkitException if there is one but it could not be read, or several have that id
     */
    public Optional<Document<T>> document(String name) {
        return id(name).map(this::only);
    }

    /** As {@link #document}, what it says. */
    public Optional<T> find(String name) {
        return document(name).map(Document::content);
    }

    /**
     * As {@link #find}, for what must be there.
     *
     * @throws EvalkitException also if there is none; the message lists the nearest known names
     */
    public T get(String name) {
        return find(name).orElseThrow(() -> unknown(name));
    }

    /**
     * The id of what goes by that name, whether or not it could be read.
     *
     * @throws EvalkitException if there is none; the message lists the nearest known names
     */
    public String idOf(String name) {
        return id(name).orElseThrow(() -> unknown(name));
    }

    /**
     * Makes sure that there is a document.
     *
     * @throws EvalkitException if there is none
     */
    void requireAny() {
        if (ids().isEmpty()) {
            throw new EvalkitException(
                    "there is no " + word + ": " + folder + "/ holds no document, expected " + folder + "/<id>.json");
        }
    }

    /**
     * What goes by that name, whether or not it could be read. A name that is only like one of a document counts here, and nowhere else: for
     * telling somebody what may be meant.
     */
    public Optional<Match> match(String name) {
        return exact(name).or(() -> plainNames().id(name).map(id -> new Match(id, Match.By.LIKENESS)));
    }

    /** The known ids that a mistyped name may have meant, the likeliest first. */
    public List<String> nearest(String name) {
        return Nearest.to(name, ids());
    }

    private Optional<String> id(String name) {
        return exact(name).map(Match::id);
    }

    private Optional<Match> exact(String name) {
        return own(name)
                .or(() -> aliases.of(name).stream()
                        .flatMap(other -> own(other).stream())
                        .findFirst()
                        .map(match -> new Match(match.id(), Match.By.ALIASES_FILE)));
    }

    private Optional<Match> own(String name) {
        if (isKnown(name)) {
            return Optional.of(new Match(name, Match.By.ID));
        }
        // What could not be read is known by its file's name alone; its id may have had the kind before it.
        String prefix = word + ".";
        String stem = name.startsWith(prefix) ? name.substring(prefix.length()) : name;
        return Optional.ofNullable(otherNames.get(name))
                .or(() -> broken.containsKey(stem) ? Optional.of(stem) : Optional.empty())
                .map(id -> new Match(id, Match.By.OWN_NAME));
    }

    private PlainNames plainNames() {
        PlainNames names = plainNames.get();
        if (names == null) {
            names = PlainNames.of(folder, documents);
            plainNames.set(names);
        }
        return names;
    }

    private boolean isKnown(String id) {
        return byId.containsKey(id) || broken.containsKey(id);
    }

    private Document<T> only(String id) {
        List<Document<T>> found = byId.getOrDefault(id, List.of());
        if (found.size() == 1) {
            return found.get(0);
        }
        if (found.isEmpty()) {
            throw Objects.requireNonNull(broken.get(id), id).toException();
        }
        String files = Shown.text(
                String.join(" and ", found.stream().map(Document::file).toList()));
        throw new EvalkitException(
                "the " + word + " " + Shown.quoted(id) + " stands in " + files + "; an id stands in one document");
    }

    private EvalkitException unknown(String name) {
        requireAny();
        return new EvalkitException(unknownName(name));
    }

    /** What to say of a name that names nothing here, with the nearest known names. */
    public String unknownName(String name) {
        SortedSet<String> ids = ids();
        List<String> near = nearest(name);
        String known = ids.isEmpty()
                ? folder + "/ holds no document"
                : "known are "
                        + String.join(", ", ids.stream().limit(MOST_SHOWN).toList())
                        + (ids.size() > MOST_SHOWN ? ", …" : "");
        String hint = near.isEmpty() ? known : "did you mean " + String.join(" or ", near) + "?";
        return "unknown " + word + " " + Shown.quoted(name) + ": " + Shown.text(hint);
    }
}
