package dev.evalkit.repository;

import dev.evalkit.model.Direction;
import dev.evalkit.model.Indicator;
import dev.evalkit.model.RunScriptRef;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The page {@code indicators/index.md}, made from the definitions beside it. */
final class IndicatorIndex {
    private IndicatorIndex() {}

    static String of(List<Indicator> indicators) {
        StringBuilder page = new StringBuilder("""
                # Core indicators

                Made from the definitions in this folder; change those, and then run `mvn -pl evalkit-core test -Dtest=IndicatorIndexTest
                -Devalkit.updateIndex`.

                | id | what | unit | better | evaluator | threshold |
                | --- | --- | --- | --- | --- | --- |
                """);
        for (Indicator indicator : indicators) {
            page.append("| [")
                    .append(indicator.id())
                    .append("](")
                    .append(indicator.id())
                    .append(".json) | ");
            page.append(indicator.name()).append(" | ").append(indicator.unit()).append(" | ");
            page.append(indicator.direction() == Direction.HIGHER_IS_BETTER ? "higher" : "lower")
                    .append(" | `");
            page.append(ref(indicator).script())
                    .append("` | ")
                    .append(threshold(indicator))
                    .append(" |\n");
        }
        for (Indicator indicator : indicators) {
            page.append("\n## ").append(indicator.id()).append("\n\n");
            page.append(indicator.definition()).append("\n\n");
            page.append("- Formula: ").append(indicator.fields().get("formula")).append('\n');
            page.append("- Arguments: `")
                    .append(String.join(" ", ref(indicator).args()))
                    .append("`\n");
            page.append("- Reads: `")
                    .append(ref(indicator).inputs().get(0).path())
                    .append("`\n");
            list(page, "Needs", indicator.fields().get("data_requirements"));
            list(page, "Limits", indicator.fields().get("limitations"));
        }
        return page.toString();
    }

    private static RunScriptRef ref(Indicator indicator) {
        return Objects.requireNonNull(indicator.runScriptRef(), indicator.id() + " has no run_script_ref");
    }

    private static String threshold(Indicator indicator) {
        Double absolute = indicator.thresholds().absolute();
        Double relative = indicator.thresholds().relative();
        return absolute != null ? absolute.toString() : relative + " of the previous value";
    }

    private static void list(StringBuilder page, String title, @Nullable Object items) {
        page.append("- ").append(title).append(":\n");
        for (Object item : (List<?>) Objects.requireNonNull(items, title)) {
            page.append("  - ").append(item).append('\n');
        }
    }
}
