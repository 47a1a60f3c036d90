package dev.evalkit.scan;

/**
 * How much a scan looks at.
 *
 * @param budget the most bytes of files in all; further files are skipped, which is said
 * @param expansion the most bytes that come out of one archive; the rest of it is skipped, which is said
 * @param depth how deep archives within archives are opened
 * @param threads how many files are looked into at once; the result does not depend on it
 */
public record ScanSettings(long budget, long expansion, int depth, int threads) {
    private static final long GIB = 1L << 30;
    private static final int MOST_THREADS = 8;

    public ScanSettings {
        if (budget < 0 || expansion < 0 || depth < 0 || threads < 1) {
            throw new IllegalArgumentException("Expected no negative size and at least one thread, found budget "
                    + budget + ", expansion " + expansion + ", depth " + depth + ", threads " + threads);
        }
    }

    /** 8 GiB of files, 1 GiB out of each archive, archives within archives four deep, a thread for each processor up to 8. */
    public static ScanSettings withDefaults() {
        int processors = Runtime.getRuntime().availableProcessors();
        return new ScanSettings(8 * GIB, GIB, 4, Math.min(processors, MOST_THREADS));
    }

    /** With another budget. */
    public ScanSettings withBudget(long bytes) {
        return new ScanSettings(bytes, expansion, depth, threads);
    }

    /** With another bound for what comes out of an archive. */
    public ScanSettings withExpansion(long bytes) {
        return new ScanSettings(budget, bytes, depth, threads);
    }
}
