package dev.evalkit.validate;

import dev.evalkit.Shown;
import dev.evalkit.repository.Aliases;
import dev.evalkit.repository.Catalog;
import dev.evalkit.repository.EvaluationRepository;
import dev.evalkit.repository.Match;
import dev.evalkit.repository.Problem;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Names are clear: each belongs to one document, and what {@code aliases.json} gives names to is there. */
final class NameRule implements Rule {
    static final RuleDescription UNIQUE = new RuleDescription(
            "EK-REF-009",
            Severity.ERROR,
            "A name belongs to one document",
            "No two documents of a kind have one id, one alias, or the id of one as an alias of the other; what is meant could not be told.",
            """
            indicators/a.json
            {"id": "f1"}
            indicators/b.json
            {"id": "accuracy", "aliases": ["f1"]}""",
            """
            indicators/a.json
            {"id": "f1"}
            indicators/b.json
            {"id": "accuracy"}""");
    static final RuleDescription ALIASES = new RuleDescription(
            "EK-REF-010",
            Severity.WARNING,
            "aliases.json gives names to documents that are there",
            "Each entry connects other names with the id or the file name of one document, either way round, and of one only. Models are left out: a leaderboard has more of them than models/.",
            """
            benchmarks/aliases.json
            {"gsm8": ["GSM 8K"]}""",
            """
            benchmarks/aliases.json
            {"gsm8k": ["GSM 8K"]}""");

    @Override
    public List<RuleDescription> descriptions() {
        return List.of(UNIQUE, ALIASES);
    }

    @Override
    public void check(Inspection inspection, Report report) {
        EvaluationRepository repository = inspection.repository();
        for (Problem problem : repository.problems()) {
            if (problem.kind() == Problem.Kind.AMBIGUOUS) {
                report.add(UNIQUE, problem.location(), problem.pointer(), problem.message());
            }
        }
        checkAliases(repository.scenarios(), report);
        checkAliases(repository.indicators(), report);
        checkAliases(repository.benchmarks(), report);
    }

    private static void checkAliases(Catalog<?> catalog, Report report) {
        Aliases aliases = catalog.aliases();
        aliases.document()
                .ifPresent(document -> aliases.asMap().forEach((key, names) -> {
                    Set<String> ids = new TreeSet<>();
                    Stream.concat(Stream.of(key), names.stream())
                            .map(catalog::match)
                            .flatMap(Optional::stream)
                            .filter(match -> match.by() == Match.By.ID || match.by() == Match.By.OWN_NAME)
                            .forEach(match -> ids.add(match.id()));
                    if (ids.isEmpty()) {
                        report.add(ALIASES, document, aliases.pointer(key), catalog.unknownName(key));
                    } else if (ids.size() > 1) {
                        report.add(
                                ALIASES,
                                document,
                                aliases.pointer(key),
                                Shown.quoted(key) + " connects the names of several: "
                                        + Shown.text(String.join(", ", ids)) + "; an entry is about one");
                    }
                }));
    }
}
