package io.polyphony.backend.trial;

import io.polyphony.engine.evaluation.TaskPredictions;
import java.util.stream.IntStream;

/** Rows to show of a task whose answers lie on pictures. */
final class KnownRows {
    private static final int MOST = 6;

    private KnownRows() {}

    /** Some rows whose answer is known, evenly taken. */
    static IntStream some(TaskPredictions predictions) {
        var known = IntStream.range(0, predictions.rows())
                .filter(row -> predictions.mask()[row] > 0)
                .toArray();
        int count = Math.min(MOST, known.length);
        return IntStream.range(0, count).map(i -> known[i * known.length / count]);
    }
}
