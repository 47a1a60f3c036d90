package dev.evalkit.lmarena;

import dev.evalkit.repository.Aliases;
import dev.evalkit.repository.EvaluationRepository;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which models of a repository a board's names mean: those that {@code models/aliases.json} or the model's own document says, and those that are equal. Names
 * that are merely alike are different names.
 */
final class ModelNames {
    private final Map<String, Set<String>> namesById;

    private ModelNames(Map<String, Set<String>> namesById) {
        this.namesById = namesById;
    }

    static ModelNames of(EvaluationRepository repository) {
        Aliases aliases = repository.models().aliases();
        Map<String, Set<String>> names = new TreeMap<>();
        for (String id : repository.models().ids()) {
            names.put(id, new TreeSet<>(aliases.of(id)));
        }
        aliases.asMap().forEach((key, values) -> {
            boolean namesAModel = names.containsKey(key) || values.stream().anyMatch(names::containsKey);
            if (!namesAModel) {
                names.put(key, new TreeSet<>(values));
            }
        });
        repository.models().all().forEach(model -> {
            if (model.fields().get("aliases") instanceof List<?> own) {
                own.forEach(
                        name -> names.getOrDefault(model.id(), new TreeSet<>()).add(String.valueOf(name)));
            }
        });
        names.forEach((id, all) -> all.add(id));
        return new ModelNames(names);
    }

    /** The id of the model that a board means, where exactly one model of the repository goes by that name. */
    Optional<String> id(String boardName) {
        if (namesById.containsKey(boardName)) {
            return Optional.of(boardName);
        }
        List<String> ids = namesById.entrySet().stream()
                .filter(each -> each.getValue().contains(boardName))
                .map(Map.Entry::getKey)
                .toList();
        return ids.size() == 1 ? Optional.of(ids.get(0)) : Optional.empty();
    }

    /** All names of a model that somebody asks for: by the repository's id, by another of its names, or by a name that only the board knows. */
    private Set<String> names(String asked) {
        return id(asked).map(id -> namesById.getOrDefault(id, Set.of())).orElse(Set.of(asked));
    }

    /**
     * The board's names that are wanted, by what was asked for.
     *
     * @param asked what was asked for; empty for every model that {@code models/aliases.json} or a document names otherwise
     * @param onBoard the names on the board
     */
    Map<String, Set<String>> wanted(List<String> asked, Collection<String> onBoard) {
        Map<String, Set<String>> wanted = new LinkedHashMap<>();
        List<String> all = asked.isEmpty()
                ? namesById.entrySet().stream()
                        .filter(each -> each.getValue().size() > 1)
                        .map(Map.Entry::getKey)
                        .toList()
                : asked;
        for (String each : all) {
            Set<String> found = new TreeSet<>(names(each));
            found.retainAll(Set.copyOf(onBoard));
            wanted.put(each, found);
        }
        return wanted;
    }
}
