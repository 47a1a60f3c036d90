package dev.evalkit.schema;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How often the patterns of a schema may look at characters while one document is validated: a pattern that is bearable on each string is not on a hundred thousand of
 * them. Validations of other documents at the same time have budgets of their own.
 */
final class PatternBudget {
    private static final long LOOKS = 50_000_000;
    private static final long LOOKS_PER_BYTE = 20;

    private final Map<Thread, Left> documents = new ConcurrentHashMap<>();

    /** What is left for the document that a thread validates: looks that are counted, and those that are only estimated. */
    private static final class Left {
        private double counted;
        private double estimated;

        Left(double looks) {
            this.counted = looks;
            this.estimated = looks;
        }
    }

    /** Begins a document of that many bytes. */
    void begin(long bytes) {
        documents.put(Thread.currentThread(), new Left(LOOKS + (double) LOOKS_PER_BYTE * bytes));
    }

    /** Ends it. */
    void end() {
        documents.remove(Thread.currentThread());
    }

    /** Takes looks that were counted away; false once there are none left. Outside of a document nothing is bounded. */
    boolean take(long looks) {
        Left left = documents.get(Thread.currentThread());
        if (left != null) {
            left.counted -= looks;
        }
        return left == null || left.counted >= 0;
    }

    /** Takes what a match may cost at worst away, if that much is left: it need not be counted then. */
    boolean reserve(double looks) {
        Left left = documents.get(Thread.currentThread());
        if (left != null && left.estimated >= looks) {
            left.estimated -= looks;
            return true;
        }
        return left == null;
    }
}
