package dev.evalkit.benchmarks.calibration;

import java.util.List;
import java.util.concurrent.Callable;

/** Designs that are simulated in the same way. */
interface Study {
    /**
     * The designs, each to be simulated by itself on any thread.
     *
     * @param scale by what the number of rounds is divided: 1 for what is published, more for a quick look
     */
    List<Callable<List<Cell>>> designs(int scale);
}
