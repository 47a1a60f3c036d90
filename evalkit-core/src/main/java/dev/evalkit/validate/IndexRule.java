package dev.evalkit.validate;

import dev.evalkit.Location;
import dev.evalkit.Shown;
import dev.evalkit.model.Benchmark;
import dev.evalkit.repository.Document;
import dev.evalkit.repository.EvaluationRepository;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Index files (index.md and README.md beside documents and reports) name what is there, and an index of benchmarks that is meant to be whole is. */
final class IndexRule implements Rule {
    static final RuleDescription FILES = new RuleDescription(
            "EK-REF-011",
            Severity.WARNING,
            "Files that an index names are there",
            "A JSON file that stands in a code span or at the beginning of a list item of an index.md is there: beside the index, in a folder of its own, or at that path of the repository. Names with placeholders, and what stands in fenced code, are examples and let be.",
            """
            benchmarks/index.md
            - `mmul.json` Massive Multitask Language Understanding""",
            """
            benchmarks/index.md
            - `mmlu.json` Massive Multitask Language Understanding""");
    static final RuleDescription WHOLE = new RuleDescription(
            "EK-REF-012",
            Severity.NOTE,
            "The index of benchmarks is whole",
            "benchmarks/index.md names each benchmark by its file, id or name, and each snapshot. Where it names fewer than half of the benchmarks it is an excerpt, and nothing is said of the others; the same for snapshots.",
            """
            benchmarks/index.md
            - `mmlu.json`
            - `gsm8k.json`
            (and nothing of benchmarks/gpqa.json)""",
            """
            benchmarks/index.md
            - `mmlu.json`
            - `gsm8k.json`
            - `gpqa.json`""");
    static final RuleDescription LINKS = new RuleDescription(
            "EK-REF-013",
            Severity.ERROR,
            "Links in index files lead somewhere",
            "The target of each relative link in an index.md or README.md of models/, scenarios/, indicators/, benchmarks/, their snapshots or reports/ is there. Addresses, links within the page and links out of the repository are let be.",
            """
            benchmarks/index.md
            See [MMLU](mmul.json).""",
            """
            benchmarks/index.md
            See [MMLU](mmlu.json).""");

    private static final List<String> FOLDERS =
            List.of("models", "scenarios", "indicators", "benchmarks", SnapshotRule.FOLDER, "reports");
    private static final Pattern ELSEWHERE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*|//.*|#.*|\\?.*");
    private static final int MOST_SHOWN = 10;

    @Override
    public List<RuleDescription> descriptions() {
        return List.of(FILES, WHOLE, LINKS);
    }

    @Override
    public void check(Inspection inspection, Report report) {
        EvaluationRepository repository = inspection.repository();
        for (String folder : FOLDERS) {
            MarkdownFile.read(repository, folder + "/README.md")
                    .ifPresent(readme -> checkLinks(repository, readme, report));
            Optional<MarkdownFile> index = MarkdownFile.read(repository, folder + "/index.md");
            index.ifPresent(each -> {
                checkLinks(repository, each, report);
                checkFiles(repository, each, report);
            });
            if (folder.equals("benchmarks")) {
                index.ifPresent(each -> checkWhole(repository, each, report));
            }
        }
    }

    private static void checkLinks(EvaluationRepository repository, MarkdownFile file, Report report) {
        for (MarkdownFile.Mention link : file.links()) {
            String target = link.target().replaceFirst("[#?].*", "");
            if (!ELSEWHERE.matcher(link.target()).matches()
                    && !target.isEmpty()
                    && !target.contains("{")
                    && !isThere(repository, file.folder(), decoded(target))) {
                report.add(
                        LINKS,
                        link.place(),
                        "the link leads nowhere: there is no " + Shown.quoted(target)
                                + (target.startsWith("/") ? " in the repository" : " from " + file.folder() + "/"));
            }
        }
    }

    private static String decoded(String target) {
        try {
            return URLDecoder.decode(target.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // A stray % is a name like any other.
            return target;
        }
    }

    /** Whether a file or folder is there; what lies outside the repository is not looked at. */
    private static boolean isThere(EvaluationRepository repository, String folder, String target) {
        try {
            Path root = repository.root();
            Path named = (target.startsWith("/")
                            ? root.resolve(target.replaceFirst("^/+", ""))
                            : root.resolve(folder).resolve(target))
                    .normalize();
            return !named.startsWith(root) || Files.exists(named);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static void checkFiles(EvaluationRepository repository, MarkdownFile file, Report report) {
        for (MarkdownFile.Mention mention : file.files()) {
            String target = mention.target();
            String stem = target.substring(0, target.length() - ".json".length());
            String own = stem + "/" + target.substring(target.lastIndexOf('/') + 1);
            boolean isThere = isThere(repository, file.folder(), target)
                    || isThere(repository, file.folder(), own)
                    || isThere(repository, "", target);
            if (!isThere) {
                report.add(
                        FILES,
                        mention.place(),
                        "there is no " + Shown.quoted(target) + " in " + file.folder()
                                + "/, nor at that path of the repository");
            }
        }
    }

    private static void checkWhole(EvaluationRepository repository, MarkdownFile index, Report report) {
        List<Document<Benchmark>> benchmarks = repository.benchmarks().documents();
        List<String> missing = new ArrayList<>();
        for (Document<Benchmark> each : benchmarks) {
            String file = each.file().substring(each.file().lastIndexOf('/') + 1);
            if (!index.text().contains(file)
                    && !index.text().contains(each.id())
                    && !index.text().contains(each.content().name())) {
                missing.add(each.file());
            }
        }
        tellMissing("benchmarks", benchmarks.size(), missing, index, report);
        List<Path> snapshots = RepositoryFiles.below(repository, SnapshotRule.FOLDER, 2, ".json");
        tellMissing(
                "snapshots",
                snapshots.size(),
                snapshots.stream()
                        .filter(each -> !index.text().contains(String.valueOf(each.getFileName())))
                        .map(repository::nameOf)
                        .toList(),
                index,
                report);
    }

    private static void tellMissing(String what, int all, List<String> missing, MarkdownFile index, Report report) {
        if (!missing.isEmpty() && 2 * missing.size() <= all) {
            report.add(
                    WHOLE,
                    Location.of(index.name()),
                    missing.size() + " of " + all + " " + what + (missing.size() == 1 ? " is" : " are")
                            + " not named here: "
                            + Shown.text(String.join(
                                    ", ", missing.stream().limit(MOST_SHOWN).toList()))
                            + (missing.size() > MOST_SHOWN ? ", …" : ""));
        }
    }
}
