package io.polyphony.engine.data;

import java.util.ArrayDeque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Decodes files on all processors while the next ones are read; one file after the other is handed on, in order, to the
 * thread that asked. A few files are under way at a time, so that memory stays small.
 */
final class Decoding {
    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();
    private static final int UNDER_WAY = 4 * PROCESSORS;
    private static final ExecutorService THREADS = Executors.newFixedThreadPool(
            PROCESSORS, Thread.ofPlatform().name("decoding-", 0).daemon().factory());

    /** Takes what became of the file of a row; null where the row has none. */
    @FunctionalInterface
    interface Sink<T> {
        void take(int place, @Nullable T decoded);
    }

    /** Reads a row's file, on the thread that asked; what is to be done with it is done on another. */
    @FunctionalInterface
    interface Source<T> {
        /** How to decode the row's file; null where the row has none. */
        @Nullable
        Supplier<T> open(int row);
    }

    private Decoding() {}

    /** The place of each file is that of its row. */
    static <T> void each(int[] rows, Source<T> source, Sink<T> sink) {
        var underWay = new ArrayDeque<CompletableFuture<@Nullable T>>();
        int taken = 0;
        for (var row : rows) {
            if (underWay.size() == UNDER_WAY) {
                sink.take(taken++, joined(underWay.remove()));
            }
            var work = source.open(row);
            underWay.add(
                    work == null
                            ? CompletableFuture.completedFuture(null)
                            : CompletableFuture.supplyAsync(work::get, THREADS));
        }
        while (!underWay.isEmpty()) {
            sink.take(taken++, joined(underWay.remove()));
        }
    }

    private static <T> @Nullable T joined(CompletableFuture<@Nullable T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw e;
        }
    }
}
