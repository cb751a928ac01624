package io.polyphony.engine.evaluation;

import io.polyphony.engine.data.Repeated;
import io.polyphony.engine.data.Scenes;
import io.polyphony.engine.data.TaskCodec;
import io.polyphony.engine.data.TaskLabels;
import io.polyphony.engine.data.TaskSpec;
import io.polyphony.engine.data.TaskType;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One task's predictions beside the truth.
 *
 * @param classes class or label names, empty for quantities
 * @param scores per row, probabilities per class (two for a binary task, the second is the positive class) or label, or values in original units
 * @param truth class index, 1 for a label that is there, or value in original units; row-major [rows, width]
 * @param mask 1 where the truth is known, as many as truths; others count for no metric
 * @param yardstick what errors of a forecast are compared with
 * @param scenes the truth of a segmentation, whose scores are probabilities of every pixel of the network's square, or of a
 *     detection, whose scores {@link Detections} reads; else null
 * @param thresholds from which probability the positive class of a binary task, or each label, is said; empty: one half
 */
public record TaskPredictions(
        TaskSpec task,
        List<String> classes,
        float[][] scores,
        float[] truth,
        float[] mask,
        Yardstick yardstick,
        @Nullable Scenes scenes,
        Thresholds thresholds) {

    /**
     * What errors of a forecast are compared with.
     *
     * @param repeated what somebody would say who repeats the past, in original units
     * @param unit the train values' deviation, in which errors are told; 1 for other tasks
     */
    public record Yardstick(Repeated repeated, double unit) {
        /** For tasks other than forecasts. */
        public static final Yardstick NONE = new Yardstick(Repeated.NOTHING, 1);
    }

    public TaskPredictions {
        classes = List.copyOf(classes);
        if (truth.length != mask.length
                || (scores.length == 0 ? truth.length > 0 : truth.length % scores.length != 0)
                || truth.length < scores.length) {
            throw new IllegalArgumentException(
                    "The task (%s) has %d scores, %d truths and %d masks, but they go row by row."
                            .formatted(task.name(), scores.length, truth.length, mask.length));
        }
    }

    /** Of a task other than a forecast. */
    public TaskPredictions(TaskSpec task, List<String> classes, float[][] scores, float[] truth, float[] mask) {
        this(task, classes, scores, truth, mask, Yardstick.NONE, null);
    }

    /** Decided at one half. */
    public TaskPredictions(
            TaskSpec task,
            List<String> classes,
            float[][] scores,
            float[] truth,
            float[] mask,
            Yardstick yardstick,
            @Nullable Scenes scenes) {
        this(task, classes, scores, truth, mask, yardstick, scenes, Thresholds.NONE);
    }

    /** Of a task whose answers lie on no pictures. */
    public TaskPredictions(
            TaskSpec task, List<String> classes, float[][] scores, float[] truth, float[] mask, Yardstick yardstick) {
        this(task, classes, scores, truth, mask, yardstick, null);
    }

    /**
     * From what the network puts out.
     *
     * @param outputs per row, probabilities per class or label, or STANDARDISED values
     */
    public static TaskPredictions of(TaskCodec codec, TaskLabels labels, float[][] outputs) {
        var quantity = codec.task().type().isQuantity();
        var scores = new float[outputs.length][];
        for (var i = 0; i < outputs.length; i++) {
            scores[i] = quantity ? decoded(codec, outputs[i]) : outputs[i].clone();
        }
        var yardstick = labels.repeated().nothing()
                ? Yardstick.NONE
                : new Yardstick(decoded(codec, labels.repeated(), labels.deviation()), labels.deviation());
        return new TaskPredictions(
                codec.task(),
                codec.classes(),
                scores,
                decoded(codec, labels.values()),
                labels.mask(),
                yardstick,
                labels.scenes());
    }

    private static Repeated decoded(TaskCodec codec, Repeated repeated, double deviation) {
        var misses = repeated.misses().clone();
        for (var i = 0; i < misses.length; i++) {
            misses[i] *= (float) deviation;
        }
        return new Repeated(decoded(codec, repeated.steps()), misses);
    }

    private static float[] decoded(TaskCodec codec, float[] values) {
        var decoded = new float[values.length];
        for (var i = 0; i < values.length; i++) {
            decoded[i] = (float) codec.decode(values[i], i % codec.width());
        }
        return decoded;
    }

    /**
     * Predictions of several lots of rows, one after the other, by task.
     *
     * @param lots at least one, of the same tasks, classes and width
     */
    public static Map<String, TaskPredictions> joined(List<Map<String, TaskPredictions>> lots) {
        var joined = new LinkedHashMap<String, TaskPredictions>();
        for (var task : lots.getFirst().keySet()) {
            joined.put(
                    task,
                    join(lots.stream()
                            .map(lot -> Objects.requireNonNull(lot.get(task)))
                            .toList()));
        }
        return joined;
    }

    private static TaskPredictions join(List<TaskPredictions> lots) {
        var first = lots.getFirst();
        if (lots.stream().anyMatch(lot -> !lot.classes.equals(first.classes))) {
            throw new IllegalArgumentException(
                    "The lots of the task (%s) have other classes, so that they cannot be joined.\nMaybe their codecs were fitted apart."
                            .formatted(first.task.name()));
        }
        return new TaskPredictions(
                first.task,
                first.classes,
                lots.stream().flatMap(lot -> Arrays.stream(lot.scores)).toArray(float[][]::new),
                joined(lots, TaskPredictions::truth),
                joined(lots, TaskPredictions::mask),
                new Yardstick(
                        new Repeated(
                                joined(lots, lot -> lot.yardstick.repeated().steps()),
                                joined(lots, lot -> lot.yardstick.repeated().misses())),
                        first.yardstick.unit()),
                first.scenes == null
                        ? null
                        : Scenes.joined(
                                first.task.name(),
                                lots.stream()
                                        .map(lot -> Objects.requireNonNull(lot.scenes))
                                        .toList()),
                first.thresholds);
    }

    private static float[] joined(List<TaskPredictions> lots, Function<TaskPredictions, float[]> part) {
        var all =
                new float[lots.stream().mapToInt(lot -> part.apply(lot).length).sum()];
        int at = 0;
        for (var lot : lots) {
            var own = part.apply(lot);
            System.arraycopy(own, 0, all, at, own.length);
            at += own.length;
        }
        return all;
    }

    /** How many rows there are, with a known truth or without. */
    public int rows() {
        return scores.length;
    }

    /** Truths per row; 0 without rows. */
    public int width() {
        return scores.length == 0 ? 0 : truth.length / scores.length;
    }

    /** The same rows with other answers. */
    public TaskPredictions with(float[][] answers) {
        return new TaskPredictions(task, classes, answers, truth, mask, yardstick, scenes, thresholds);
    }

    /** The same probabilities, decided otherwise. */
    public TaskPredictions decided(Thresholds other) {
        return new TaskPredictions(task, classes, scores, truth, mask, yardstick, scenes, other);
    }

    /** Only the rows of whose truth anything is known. */
    public TaskPredictions known() {
        return select(knownRows());
    }

    /** The places of those rows. */
    int[] knownRows() {
        var width = width();
        return IntStream.range(0, rows())
                .filter(row -> IntStream.range(row * width, (row + 1) * width).anyMatch(i -> mask[i] > 0))
                .toArray();
    }

    /** These rows, in this order; a row may be taken several times. */
    public TaskPredictions select(int[] chosen) {
        var picked = new float[chosen.length][];
        Arrays.setAll(picked, i -> scores[chosen[i]]);
        return new TaskPredictions(
                task,
                classes,
                picked,
                select(truth, chosen),
                select(mask, chosen),
                new Yardstick(yardstick.repeated().select(chosen), yardstick.unit()),
                scenes == null ? null : scenes.select(chosen),
                thresholds);
    }

    private float[] select(float[] all, int[] chosen) {
        var width = width();
        var selected = new float[chosen.length * width];
        for (var i = 0; i < chosen.length; i++) {
            System.arraycopy(all, chosen[i] * width, selected, i * width, width);
        }
        return selected;
    }

    /** The class that a row is said to be of: the most probable one, or that which a threshold decides for. */
    public int predictedClass(int row) {
        return task.type() == TaskType.BINARY && !thresholds.none() ? (says(row, 0) ? 1 : 0) : mostProbable(row);
    }

    /** The most probable class of a row; of several equally probable ones the first. */
    int mostProbable(int row) {
        var best = 0;
        for (var c = 1; c < scores[row].length; c++) {
            if (scores[row][c] > scores[row][best]) {
                best = c;
            }
        }
        return best;
    }

    /** Whether a row is said to have a label; the only one of a binary task is its positive class. */
    boolean says(int row, int label) {
        return thresholds.says(label, scores[row][task.type() == TaskType.BINARY ? 1 : label]);
    }

    /** The labels that a row of a multilabel task is said to have. */
    public List<String> predictedLabels(int row) {
        return IntStream.range(0, classes.size())
                .filter(label -> says(row, label))
                .mapToObj(classes::get)
                .toList();
    }
}
