package dev.evalkit.benchmarks.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evalkit.diff.Diff;
import dev.evalkit.diff.DiffResult;
import dev.evalkit.diff.gate.Policy;
import dev.evalkit.diff.inference.PairedProportions;
import dev.evalkit.diff.inference.Question;
import dev.evalkit.diff.inference.TestChoice;
import dev.evalkit.model.Direction;
import dev.evalkit.stats.PairedCounts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is simulated is what the gate does: the same data, once as files through the whole library, once by the shortcut. */
class VerdictsTest {
    private static final int INDICATORS = 3;
    private static final double MARGIN = 0.05;

    @TempDir
    Path folder;

    @Test
    void theShortcutDecidesAsTheGateDoes() throws IOException {
        Random random = new Random(1);
        TreeSet<String> seen = new TreeSet<>();
        for (int round = 0; round < 60; round++) {
            int n = 40 + random.nextInt(160);
            AnswerRun before = new AnswerRun(folder.resolve("before" + round));
            AnswerRun after = new AnswerRun(folder.resolve("after" + round));
            Row[] rows = new Row[INDICATORS];
            for (int i = 0; i < INDICATORS; i++) {
                int worse = random.nextInt(25);
                int better = random.nextInt(4) == 0 ? 0 : random.nextInt(15);
                rows[i] = row(worse, better, n);
                before.add("x" + i, answers(n, worse, better, false));
                after.add("x" + i, answers(n, worse, better, true));
            }
            Verdicts verdicts = Verdicts.of(rows);
            DiffResult diff = Diff.withDefaults().withThreshold(MARGIN).compare(before.side(), after.side());

            assertThat(Policy.BALANCED.judge(diff).passed()).isEqualTo(!verdicts.isBalancedFailing());
            assertThat(Policy.LENIENT.judge(diff).passed()).isEqualTo(!verdicts.isLenientFailing());
            assertThat(Policy.STRICT.judge(diff).passed()).isEqualTo(verdicts.isStrictPassing());
            seen.add(verdicts.isBalancedFailing() + " " + verdicts.isLenientFailing() + " "
                    + verdicts.isStrictPassing());
        }
        assertThat(seen).contains("false false false", "true true false");
    }

    private static Row row(int worse, int better, int n) {
        Question question = new Question(Direction.HIGHER_IS_BETTER, MARGIN, "", 0, TestChoice.AUTO, true);
        return Row.of(PairedProportions.independent(new PairedCounts(worse, better, n), question), worse + better == 0);
    }

    /** The first samples get worse, the last ones better, those between are right on both sides. */
    private static boolean[] answers(int n, int worse, int better, boolean isAfter) {
        boolean[] right = new boolean[n];
        for (int i = 0; i < n; i++) {
            right[i] = i < worse ? !isAfter : i < n - better || isAfter;
        }
        return right;
    }
}
