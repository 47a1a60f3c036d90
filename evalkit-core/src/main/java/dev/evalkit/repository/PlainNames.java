package dev.evalkit.repository;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Documents by their names without letter case, blanks and punctuation; a name that several have says nothing. */
final class PlainNames {
    private static final String SEVERAL = "";

    private final Map<String, String> idByName = new HashMap<>();

    /**
     * The names of documents of a kind.
     *
     * @param folder the kind's folder; an id may begin with the kind's name, as in {@code benchmark.mmlu}
     */
    static PlainNames of(String folder, List<? extends Document<?>> documents) {
        PlainNames names = new PlainNames();
        String prefix = folder.substring(0, folder.length() - 1) + ".";
        for (Document<?> each : documents) {
            names.add(each.id(), each.id());
            names.add(each.id().startsWith(prefix) ? each.id().substring(prefix.length()) : each.id(), each.id());
            names.add(Source.stem(each.file()), each.id());
            if (each.source().object().asMap().get("name") instanceof String name) {
                names.add(name, each.id());
            }
        }
        return names;
    }

    private void add(String name, String id) {
        String plain = plain(name);
        if (!plain.isEmpty()) {
            idByName.merge(plain, id, (earlier, now) -> earlier.equals(now) ? now : SEVERAL);
        }
    }

    /** The id of the only document that has such a name. */
    Optional<String> id(String name) {
        return Optional.ofNullable(idByName.get(plain(name))).filter(id -> !id.equals(SEVERAL));
    }

    private static String plain(String name) {
        StringBuilder plain = new StringBuilder(name.length());
        Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }
}
