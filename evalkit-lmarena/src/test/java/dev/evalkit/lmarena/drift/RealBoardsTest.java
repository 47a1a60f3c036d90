package dev.evalkit.lmarena.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evalkit.json.JsonDocument;
import dev.evalkit.lmarena.drift.RegimeChange.Kind;
import dev.evalkit.schema.DocumentKind;
import dev.evalkit.schema.Schemas;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Five boards as they were published in 2025. */
class RealBoardsTest {
    private static final Path BOARDS = Path.of("../../shared/lmarena/snapshots");

    private static DriftResult drift(String previous, String current) {
        Assumptions.assumeTrue(Files.isDirectory(BOARDS), "no ../shared/lmarena beside this checkout");
        return Drift.withDefaults().compare(board(previous), board(current));
    }

    private static BoardSide board(String date) {
        return BoardSide.read(BOARDS.resolve(date + ".json"), date + ".json");
    }

    @Test
    void fourDaysInMarchChangedNothing(@TempDir Path folder) {
        DriftResult drift = drift("2025-02-28", "2025-03-04");
        assertThat(drift.regimeChanges()).isEmpty();
        assertThat(drift.counts())
                .isEqualTo(Map.of(DriftVerdict.NO_CHANGE, 3989L, DriftVerdict.ANCHOR, 20L, DriftVerdict.NEW, 40L));
        assertThat(drift.previous().regime().anchor()).hasToString("mixtral-8x7b-instruct-v0.1 at 1114.0");
        DriftFile.write(folder.resolve("drift.json"), drift);
        assertThat(Schemas.bundled().get(DocumentKind.DRIFT).validate(JsonDocument.read(folder.resolve("drift.json"))))
                .isEmpty();
    }

    @Test
    void twoNewModelsMoveNearlyAllRanksAndNothingElse() {
        DriftResult drift = drift("2025-05-20", "2025-05-21");
        assertThat(drift.regimeChanges()).isEmpty();
        assertThat(drift.counts()).isEqualTo(Map.of(DriftVerdict.NO_CHANGE, 4582L, DriftVerdict.NEW, 40L));
        CategoryDrift full = drift.categories().stream()
                .filter(category -> category.category().equals("full"))
                .findFirst()
                .orElseThrow();
        assertThat(full).isEqualTo(new CategoryDrift("full", 232, 2, 0, 0.0, 229));
    }

    @Test
    void theAnchorThatGainedAWidthIsNamed() {
        DriftResult drift = drift("2025-03-04", "2025-05-20");
        assertThat(drift.regimeChanges().get(0))
                .isEqualTo(new RegimeChange(Kind.ANCHOR, null, "mixtral-8x7b-instruct-v0.1 at 1114.0", "none"));
        assertThat(drift.counts().keySet())
                .containsExactly(DriftVerdict.INCOMPARABLE, DriftVerdict.NEW, DriftVerdict.GONE);
    }

    @Test
    void acrossTheChangeOfRegimeNothingIsCompared() {
        DriftResult drift = drift("2025-05-21", "2025-12-11");
        assertThat(drift.regimeChanges())
                .extracting(RegimeChange::toString)
                .startsWith(
                        "ci_kind: bootstrap_percentile → closed_form",
                        "categories: 20 → 29 (new: expert, industry_business_and_management_and_financial_operations, industry_entertainment_and_sports_and_media, industry_legal_and_government, industry_life_and_physical_and_social_science, industry_mathematical, industry_medicine_and_healthcare, industry_software_and_it_services, industry_writing_and_literature_and_language)")
                .contains(
                        "models_gone in full: 234 models → 37 of them gone (15.8 %)",
                        "shift in full: ratings as they were → all moved by +19.3 points (median)");
        assertThat(drift.counts().keySet())
                .containsExactly(DriftVerdict.INCOMPARABLE, DriftVerdict.NEW, DriftVerdict.GONE);
    }
}
