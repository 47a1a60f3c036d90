package dev.evalkit.benchmarks.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CalibrationTest {
    @Test
    void aSmallSimulationKeepsThePromises() throws InterruptedException {
        List<Cell> cells = Calibration.run(
                List.of(new PairedBinaryStudy(20, 100, 500), new ClusteredBinaryStudy(), new CoverageStudy()), 50);
        CalibrationTable table = new CalibrationTable(cells);

        assertThat(cells).hasSizeGreaterThan(500);
        assertThat(table.outside().stream().filter(cell -> cell.measure().kind() == Measure.Kind.ERROR))
                .isEmpty();
    }
}
