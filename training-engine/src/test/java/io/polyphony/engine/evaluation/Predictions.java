package io.polyphony.engine.evaluation;

import io.polyphony.engine.data.TaskSpec;
import io.polyphony.engine.data.TaskType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Predictions to test with; every truth is known. */
final class Predictions {

    private Predictions() {}

    static TaskPredictions of(TaskType type, List<String> classes, float[][] scores, float[] truth) {
        var mask = new float[truth.length];
        Arrays.fill(mask, 1);
        return new TaskPredictions(new TaskSpec("task", type), classes, scores, truth, mask);
    }

    /** A binary task by the probabilities of its positive class. */
    static TaskPredictions scores(int[] truth, double... positive) {
        var scores = Arrays.stream(positive)
                .mapToObj(p -> new float[] {(float) (1 - p), (float) p})
                .toArray(float[][]::new);
        return of(TaskType.BINARY, List.of("no", "yes"), scores, floats(truth));
    }

    /** A task by the classes that are most probable. */
    static TaskPredictions classes(int count, int[] truth, int[] predicted) {
        var scores = new float[predicted.length][count];
        IntStream.range(0, predicted.length).forEach(row -> scores[row][predicted[row]] = 1);
        var names = IntStream.range(0, count).mapToObj(Integer::toString).toList();
        return of(count == 2 ? TaskType.BINARY : TaskType.MULTICLASS, names, scores, floats(truth));
    }

    static TaskPredictions regression(double[] truth, double... predicted) {
        var scores = Arrays.stream(predicted)
                .mapToObj(value -> new float[] {(float) value})
                .toArray(float[][]::new);
        var values = new float[truth.length];
        IntStream.range(0, truth.length).forEach(row -> values[row] = (float) truth[row]);
        return of(TaskType.REGRESSION, List.of(), scores, values);
    }

    private static float[] floats(int[] values) {
        var floats = new float[values.length];
        IntStream.range(0, values.length).forEach(row -> floats[row] = values[row]);
        return floats;
    }
}
