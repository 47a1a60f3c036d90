package dev.evalkit.report.html;

import dev.evalkit.diff.DiffRow;
import dev.evalkit.diff.gate.Outcome;
import dev.evalkit.report.DiffWords;
import dev.evalkit.report.markup.Element;
import dev.evalkit.report.markup.Node;
import dev.evalkit.repository.Baseline;
import dev.evalkit.repository.EvaluationRepository;
import dev.evalkit.repository.RunKey;
import dev.evalkit.repository.StoredRun;
import dev.evalkit.result.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A run as a page: what the gate says of it, every indicator with its change, slices, the samples that changed, and how it was found.
 *
 * <pre>{@code
 * Page page = RunReport.of(repository).judged(gate.judge(run, baseline), run, baseline);
 * }</pre>
 *
 * <p>Immutable; every {@code with} gives a new instance. The same run gives the same page.
 */
public final class RunReport {
    private final EvaluationRepository repository;
    private final Predicate<String> isSensitive;
    private final Function<DiffRow, Optional<Element>> sparkline;
    private final List<Element> sections;
    private final @Nullable String accepting;

    private RunReport(
            EvaluationRepository repository,
            Predicate<String> isSensitive,
            Function<DiffRow, Optional<Element>> sparkline,
            List<Element> sections,
            @Nullable String accepting) {
        this.repository = repository;
        this.isSensitive = isSensitive;
        this.sparkline = sparkline;
        this.sections = List.copyOf(sections);
        this.accepting = accepting;
    }

    /** Pages of runs of this repository, in which nothing that samples hold is withheld. */
    public static RunReport of(EvaluationRepository repository) {
        return new RunReport(repository, text -> false, row -> Optional.empty(), List.of(), null);
    }

    /** Withholds what samples hold where a field, as {@code name: value}, must not be shown. */
    public RunReport withholding(Predicate<String> sensitive) {
        return new RunReport(repository, sensitive, sparkline, sections, accepting);
    }

    /** Shows in each row's last but one column how its value came about. */
    public RunReport withSparklines(Function<DiffRow, Optional<Element>> ofRow) {
        return new RunReport(repository, isSensitive, ofRow, sections, accepting);
    }

    /** Adds sections from {@link Page#section}, e.g. trends, behind those that tell of this run's numbers. */
    public RunReport withSections(List<Element> more) {
        return new RunReport(repository, isSensitive, sparkline, more, accepting);
    }

    /** Names the command line that accepts the run, for whoever meant the change; it stands where the outcome is a failure. */
    public RunReport withAcceptingCommand(String command) {
        return new RunReport(repository, isSensitive, sparkline, sections, command);
    }

    /**
     * The page of a run that was compared with a baseline.
     *
     * @throws dev.evalkit.EvalkitException if the results of one of them cannot be read
     */
    public Page judged(Outcome outcome, StoredRun run, Baseline baseline) {
        String title = title(outcome, run, baseline);
        ResultSet current = run.results();
        List<Node> parts = new ArrayList<>(new OutcomeHead(outcome, accepting).parts());
        parts.add(Provenance.of(run, current, baseline.run()));
        new VerdictSection(outcome, sparkline).section().ifPresent(parts::add);
        ForestSection.of(outcome).ifPresent(parts::add);
        SliceSection.of(outcome.diff()).ifPresent(parts::add);
        OtherSection.of(outcome).ifPresent(parts::add);
        SampleFields fields = new SampleFields(repository, isSensitive);
        new FlipSection(outcome, fields.of(run, current, baseline)).section().ifPresent(parts::add);
        parts.addAll(sections);
        parts.add(MethodSection.of(outcome, current));
        return new Page((outcome.passed() ? "PASS" : "FAIL") + " · " + title, parts);
    }

    /** Results of older layouts do not say what they are of; their folders do. */
    private static String title(Outcome outcome, StoredRun run, Baseline baseline) {
        String title = DiffWords.title(outcome.diff());
        if (!title.isEmpty()) {
            return title;
        }
        RunKey earlier = baseline.run().key();
        RunKey later = run.key();
        String models = earlier.model().equals(later.model()) ? later.model() : earlier.model() + " → " + later.model();
        return models + " · " + later.scenario();
    }

    /**
     * The page of a run that has nothing to be compared with: its values and their intervals.
     *
     * @throws dev.evalkit.EvalkitException if its results cannot be read
     */
    public Page unjudged(StoredRun run) {
        ResultSet results = run.results();
        RunKey key = run.key();
        List<Node> parts = new ArrayList<>();
        parts.add(Element.of("p")
                .styled("outcome open")
                .text("Not judged: there is no baseline to compare this run with."));
        if (accepting != null) {
            parts.add(Element.of("p", "To hold later runs to it, accept it:"));
            parts.add(Element.of("pre").add(Element.of("code", accepting)));
        }
        parts.add(Provenance.of(run, results, null));
        parts.addAll(ValueSections.of(results));
        parts.addAll(sections);
        MethodSection.of(results).ifPresent(parts::add);
        return new Page(key.model() + " · " + key.scenario(), parts);
    }
}
