package dev.evalkit.repository;

import dev.evalkit.EvalkitException;
import dev.evalkit.Shown;
import dev.evalkit.io.SafePaths;
import dev.evalkit.model.Benchmark;
import dev.evalkit.model.Indicator;
import dev.evalkit.model.Model;
import dev.evalkit.model.Scenario;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An evaluation repository: its models, scenarios, indicators and benchmarks.
 *
 * <p>Documents may begin with a byte order mark; fields that evalkit does not know are kept in the records' {@code fields}. A document that
 * cannot be read does not hide the others: it is listed in {@link #problems()}, and asking for it is an error. Immutable and thread-safe; what
 * changes on disk later is not seen.
 *
 * <pre>{@code
 * EvaluationRepository repository = EvaluationRepository.open(Path.of("."));
 * Indicator indicator = repository.indicators().get("accuracy_f1");
 * }</pre>
 */
public final class EvaluationRepository {
    private static final int MOST_PAIRS_SHOWN = 20;

    private final Path root;
    private final Catalog<Model> models;
    private final Catalog<Scenario> scenarios;
    private final Catalog<Indicator> indicators;
    private final Catalog<Benchmark> benchmarks;
    private final List<Problem> problems;

    private EvaluationRepository(Path root) {
        this.root = root;
        List<Problem> found = new ArrayList<>();
        this.models = CatalogLoader.load(root, Kind.MODEL, found);
        this.scenarios = CatalogLoader.load(root, Kind.SCENARIO, found);
        this.indicators = CatalogLoader.load(root, Kind.INDICATOR, found);
        this.benchmarks = CatalogLoader.load(root, Kind.BENCHMARK, found);
        this.problems = List.copyOf(found);
    }

    /**
     * Reads the documents below a folder. Folders of kinds that are not there hold no documents.
     *
     * @throws EvalkitException if there is no such folder
     */
    public static EvaluationRepository open(Path root) {
        if (!Files.isDirectory(root)) {
            throw new EvalkitException("There is no evaluation repository at " + root
                    + ": it is not a folder; expected one with models/, scenarios/ and indicators/");
        }
        return new EvaluationRepository(root.toAbsolutePath().normalize());
    }

    /** The repository's root folder, absolute. */
    public Path root() {
        return root;
    }

    /** The models, in {@code models/<id>.json}. */
    public Catalog<Model> models() {
        return models;
    }

    /** The scenarios, in {@code scenarios/<id>.json} or {@code scenarios/<id>/<id>.json}. */
    public Catalog<Scenario> scenarios() {
        return scenarios;
    }

    /** The indicators, in {@code indicators/<id>.json}. */
    public Catalog<Indicator> indicators() {
        return indicators;
    }

    /** The benchmarks, in {@code benchmarks/<id>.json}. */
    public Catalog<Benchmark> benchmarks() {
        return benchmarks;
    }

    /** What is wrong with the documents, by kind and file. */
    public List<Problem> problems() {
        return problems;
    }

    /**
     * The file that a reference in a document names.
     *
     * @throws EvalkitException if it does not exist or leaves the repository
     */
    public Path resolve(String reference) {
        return SafePaths.resolve(root, reference);
    }

    /** A file as messages name it: relative to the root with {@code /} between its parts where it is inside, else as it is. */
    public String nameOf(Path file) {
        Path normal = file.toAbsolutePath().normalize();
        return normal.startsWith(root) && !normal.equals(root)
                ? root.relativize(normal).toString().replace('\\', '/')
                : file.toString();
    }

    /**
     * Which model and which scenario: what is asked for, else the only one there is.
     *
     * @throws EvalkitException if what is asked for is not there, or nothing is asked for and there are several; the message lists the pairs
     */
    public RunKey choosePair(PairRequest request) {
        List<RunKey> pairs = pairs(request);
        if (pairs.size() == 1) {
            return pairs.get(0);
        }
        String shown =
                pairs.stream().limit(MOST_PAIRS_SHOWN).map(RunKey::toString).collect(Collectors.joining(", "));
        String more = pairs.size() > MOST_PAIRS_SHOWN ? " and " + (pairs.size() - MOST_PAIRS_SHOWN) + " more" : "";
        throw new EvalkitException("Which model and which scenario? There are " + pairs.size() + " pairs: "
                + Shown.text(shown) + more + "; name one with evalkit.model and evalkit.scenario");
    }

    /**
     * Which models and which scenarios: as {@link #choosePair}, and where several would do those of them that a list names.
     *
     * @param listed the pairs that somebody configured
     * @throws EvalkitException as {@link #choosePair}, or if a listed model or scenario is not there
     */
    public List<RunKey> choosePairs(PairRequest request, List<RunKey> listed) {
        List<RunKey> pairs = pairs(request);
        List<RunKey> among = listed.stream()
                .map(key -> new RunKey(models.idOf(key.model()), scenarios.idOf(key.scenario())))
                .filter(pairs::contains)
                .distinct()
                .toList();
        return pairs.size() == 1 || among.isEmpty() ? List.of(choosePair(request)) : among;
    }

    private List<RunKey> pairs(PairRequest request) {
        List<RunKey> pairs = new ArrayList<>();
        for (String model : chosen(request.model(), models)) {
            for (String scenario : chosen(request.scenario(), scenarios)) {
                pairs.add(new RunKey(model, scenario));
            }
        }
        return pairs;
    }

    private static Collection<String> chosen(@Nullable String wanted, Catalog<?> catalog) {
        if (wanted != null) {
            return List.of(catalog.idOf(wanted));
        }
        catalog.requireAny();
        return catalog.ids();
    }
}
