package dev.evalkit.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.evalkit.stats.McNemarPower;
import dev.evalkit.stats.SampleSize;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of a run's samples before there is a second run. */
class DesignCheckTest {
    private static final Diff DIFF = Diff.withDefaults().withThreshold(0.02);

    @TempDir
    Path folder;

    private static DesignCheck only(List<DesignCheck> checks) {
        assertThat(checks).hasSize(1);
        return checks.get(0);
    }

    private Side run(String evaluator, String arguments, List<String> lines) {
        return ScoredRun.ofLines(folder, "it", evaluator, arguments, lines);
    }

    @Test
    void answersThatAreTooFewSayHowManyAreNeeded() {
        DesignCheck check = only(DIFF.designs(run("accuracy", "--correct correct", Lines.answers(500, 400, 0, 0))));

        double psi = SampleSize.discordanceOf(400, 500);
        assertThat(check.canTell()).isFalse();
        assertThat(check.expectation().discordance()).isEqualTo(psi);
        assertThat(check.expectation().needed())
                .isEqualTo(
                        SampleSize.withDefaults().pairedProportions(psi, 0.02).getAsLong());
        assertThat(check.expectation().detectable())
                .isEqualTo(
                        McNemarPower.withDefaults()
                                .minimumDetectableDrop(500, psi, 0.8)
                                .getAsDouble(),
                        within(1e-12));
        assertThat(check.text())
                .isEqualTo(
                        "it: 500 samples are too few to show four times of five that an unchanged model is not worse by 0.02;"
                                + " about 6341 are needed; drops from 0.0727 on are found as often (assuming that two runs disagree in"
                                + " 32.3 % of the samples, as if they answered independently)");
    }

    @Test
    void answersThatSufficeSayThatToo() {
        DesignCheck check = only(Diff.withDefaults()
                .withThreshold(0.1)
                .designs(run("accuracy", "--correct correct", Lines.answers(500, 400, 0, 0))));

        assertThat(check.canTell()).isTrue();
        assertThat(check.text())
                .startsWith(
                        "it: 500 samples suffice to show four times of five that an unchanged model is not worse by 0.1; drops");
    }

    @Test
    void withAMarginOfZeroNoNumberIsEnough() {
        DesignCheck check = only(
                DIFF.withThreshold(0).designs(run("accuracy", "--correct correct", Lines.answers(500, 400, 0, 0))));

        assertThat(check.canTell()).isFalse();
        assertThat(check.text())
                .isEqualTo(
                        "it: with a margin of 0 only identical scores are no worse; no number of samples is enough. Give a margin");
    }

    @Test
    void clusteredAnswersNeedClusters() {
        DesignCheck check = only(
                DIFF.designs(run("accuracy", "--correct correct --cluster subject", Lines.answers(500, 400, 0, 0))));

        assertThat(check.canTell()).isFalse();
        assertThat(check.expectation().clusters()).isEqualTo(8);
        assertThat(check.text())
                .startsWith("it: 8 clusters (500 samples) are too few to show")
                .contains("clusters are needed");
    }

    @Test
    void gradedScoresAreAssumedToBeIndependent() {
        DesignCheck check = only(DIFF.designs(run(
                "accuracy", "--score score", Lines.of(200, i -> Lines.score(i, Lines.noise(i))))));

        assertThat(check.expectation().discordance()).isNull();
        assertThat(check.text()).endsWith("(assuming that the scores of two runs are independent)");
    }

    @Test
    void intervalsTellWhereThereAreNoScores() {
        DesignCheck check = only(DIFF.designs(Side.of(Items.set(Items.withInterval("x", 0.8, 0.78, 0.82)))));

        assertThat(check.text())
                .isEqualTo(
                        "x: 1000 samples are too few to show four times of five that an unchanged model is not worse by 0.02;"
                                + " about 4087 are needed");
        assertThat(DIFF.designs(Side.of(Items.set(Items.item("x", 0.8))))).isEmpty();
    }

    @Test
    void theMarginsThatWereFrozenCount() {
        Side accepted = new ScoredRun(folder)
                .addLines("it", "accuracy", "--correct correct", Lines.answers(500, 400, 0, 0))
                .accepted(Map.of("it", 0.2));

        assertThat(only(DIFF.designs(accepted)).margin()).isEqualTo(0.2);
        assertThat(only(DIFF.designs(accepted)).canTell()).isTrue();
    }
}
