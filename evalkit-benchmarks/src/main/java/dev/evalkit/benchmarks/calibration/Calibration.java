package dev.evalkit.benchmarks.calibration;

import dev.evalkit.io.DurableFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Simulates the gate and writes {@code calibration.md}, {@code calibration.csv} and {@code calibration.svg}.
 *
 * <p>Arguments: the folder to write to, and by what to divide the number of rounds (1 where nothing is said). Ends with status 1 where a promise is not kept.
 */
public final class Calibration {
    private Calibration() {}

    /** Runs it. */
    public static void main(String[] arguments) throws InterruptedException {
        if (arguments.length < 1 || arguments.length > 2) {
            throw new IllegalArgumentException("Arguments: FOLDER [DIVISOR]");
        }
        Path folder = Path.of(arguments[0]);
        int scale = arguments.length == 2 ? Integer.parseInt(arguments[1]) : 1;
        List<Cell> cells = run(
                List.of(
                        new PairedBinaryStudy(PairedBinaryStudy.SAMPLES),
                        new ClusteredBinaryStudy(),
                        new ContinuousStudy(),
                        new CoverageStudy()),
                scale);
        CalibrationTable table = new CalibrationTable(cells);
        DurableFile.write(folder.resolve("calibration.md"), table.markdown());
        DurableFile.write(folder.resolve("calibration.csv"), table.csv());
        DurableFile.write(folder.resolve("calibration.svg"), CalibrationPicture.svg(cells));
        System.exit(table.outside().isEmpty() ? 0 : 1);
    }

    /** Studies, on all processors; the cells in a fixed order. */
    static List<Cell> run(List<Study> studies, int scale) throws InterruptedException {
        List<Callable<List<Cell>>> designs = new ArrayList<>();
        for (Study study : studies) {
            designs.addAll(study.designs(scale));
        }
        ExecutorService pool = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            List<Cell> cells = new ArrayList<>();
            for (Future<List<Cell>> design : pool.invokeAll(designs)) {
                cells.addAll(design.get());
            }
            return cells;
        } catch (ExecutionException e) {
            throw new IllegalStateException("A design could not be simulated", e);
        } finally {
            pool.shutdownNow();
        }
    }
}
