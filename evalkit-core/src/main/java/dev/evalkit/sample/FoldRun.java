package dev.evalkit.sample;

import dev.evalkit.EvalkitException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Folds the chunks of a source on several threads, of which the caller's is the first; others start while there are chunks left. Of
 * several failures the one that stands first in the file wins, so that a run fails the same way on any number of threads.
 */
final class FoldRun<A> {
    private final ChunkSource source;
    private final OrderedMerge<A> merge;
    private final Supplier<FoldWorker<A>> workers;
    private final int threads;
    private final List<Task> tasks = new ArrayList<>();
    private volatile boolean stopped;

    FoldRun(ChunkSource source, OrderedMerge<A> merge, Supplier<FoldWorker<A>> workers, int threads) {
        this.source = source;
        this.merge = merge;
        this.workers = workers;
        this.threads = threads;
    }

    /** Folds everything; the slots of the columns that occurred. */
    BitSet run() throws IOException {
        Task own = new Task();
        tasks.add(own);
        own.result.run();
        BitSet occurred = new BitSet();
        ExecutionException first = null;
        long firstIndex = Long.MAX_VALUE;
        // Tasks start others before they end, so that the list is whole once each that is in it has ended.
        for (int i = 0; i < started(); i++) {
            Task task = task(i);
            try {
                occurred.or(task.result.get());
            } catch (ExecutionException e) {
                if (first == null || task.failedAt() < firstIndex) {
                    first = e;
                    firstIndex = task.failedAt();
                }
            } catch (InterruptedException e) {
                stopped = true;
                Thread.currentThread().interrupt();
                throw new EvalkitException("interrupted while samples were read", e);
            }
        }
        if (first != null) {
            throw cause(first);
        }
        return occurred;
    }

    private synchronized int started() {
        return tasks.size();
    }

    private synchronized Task task(int index) {
        return tasks.get(index);
    }

    private synchronized void startAnother() {
        if (tasks.size() < threads && !stopped) {
            Task task = new Task();
            tasks.add(task);
            Thread thread = new Thread(task.result, "evalkit-samples-" + tasks.size());
            thread.setDaemon(true);
            thread.start();
        }
    }

    private static IOException cause(ExecutionException e) {
        Throwable cause = e.getCause();
        if (cause instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof IOException io ? io : new IOException(cause);
    }

    /** One thread's work. */
    private final class Task implements Callable<BitSet> {
        final FutureTask<BitSet> result = new FutureTask<>(this);
        /** The chunk at hand; the last of all while there is none. */
        private long index = Long.MAX_VALUE;

        private boolean merging;

        @Override
        public BitSet call() throws IOException {
            FoldWorker<A> worker = workers.get();
            Chunk chunk = new Chunk();
            boolean done = false;
            try {
                while (!stopped && source.next(chunk)) {
                    index = chunk.index();
                    if (source.hasNext()) {
                        startAnother();
                    }
                    Partial<A> partial = worker.fold(chunk);
                    merging = true;
                    merge.add(index, partial);
                    merging = false;
                    index = Long.MAX_VALUE;
                }
                done = true;
            } finally {
                if (!done) {
                    stopped = true;
                    source.stop();
                }
            }
            return worker.occurred();
        }

        /** The chunk that a task failed at which has ended. */
        long failedAt() {
            return merging ? merge.next() : index;
        }
    }
}
