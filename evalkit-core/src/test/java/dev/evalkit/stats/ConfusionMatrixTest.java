package dev.evalkit.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.evalkit.stats.ConfusionMatrix.Cell;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfusionMatrixTest {
    @Test
    void keepsTheCellsThatCount() {
        ConfusionMatrix matrix = ConfusionMatrix.of(new long[][] {{5, 0}, {2, 1}});
        assertThat(matrix)
                .isEqualTo(new ConfusionMatrix(2, List.of(new Cell(1, 1, 1), new Cell(1, 0, 2), new Cell(0, 0, 5))));
        assertThat(matrix.cells()).containsExactly(new Cell(0, 0, 5), new Cell(1, 0, 2), new Cell(1, 1, 1));
        assertThat(matrix.samples()).isEqualTo(8);
    }

    @Test
    void talliesCountPerClass() {
        ClassTallies tallies = ConfusionMatrix.of(new long[][] {{5, 0, 0}, {2, 1, 0}, {0, 0, 0}})
                .tallies();
        assertThat(tallies.samples()).isEqualTo(8);
        assertThat(tallies.correct()).isEqualTo(6);
        assertThat(tallies.labelled(1)).isEqualTo(3);
        assertThat(tallies.predicted(1)).isEqualTo(1);
        assertThat(tallies.hits(1)).isEqualTo(1);
        assertThat(tallies.occurs(1)).isTrue();
        assertThat(tallies.occurs(2)).isFalse();
    }

    @Test
    void talliesTakeSamplesAwayAgain() {
        ClassTallies tallies = ConfusionMatrix.of(new long[][] {{5, 0}, {2, 1}}).tallies();
        tallies.add(1, 0, -1);
        tallies.add(1, 1, 1);
        ClassTallies swapped = ConfusionMatrix.of(new long[][] {{5, 0}, {1, 2}}).tallies();
        assertThat(tallies).usingRecursiveComparison().isEqualTo(swapped);
    }

    @Test
    void refusesWhatIsNoTable() {
        assertThatThrownBy(() -> ConfusionMatrix.of(new long[][] {{0, 0}, {0, 0}}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A confusion matrix needs samples; there are none");
        assertThatThrownBy(() -> ConfusionMatrix.of(new long[][] {{1, 0}, {1}}))
                .hasMessage("A confusion matrix is square: row 1 (from 0) of 2 has 1 columns");
        assertThatThrownBy(() -> ConfusionMatrix.of(new long[][] {{-1}}))
                .hasMessage(
                        "A cell needs a count above 0 and classes below 1:" + " Cell[label=0, prediction=0, count=-1]");
        assertThatThrownBy(() -> new ConfusionMatrix(2, List.of(new Cell(0, 3, 1))))
                .hasMessage(
                        "A cell needs a count above 0 and classes below 2:" + " Cell[label=0, prediction=3, count=1]");
        assertThatThrownBy(() -> new ConfusionMatrix(2, List.of(new Cell(0, 1, 1), new Cell(0, 1, 2))))
                .hasMessage("A cell may stand in a confusion matrix once: Cell[label=0, prediction=1, count=2]");
    }
}
