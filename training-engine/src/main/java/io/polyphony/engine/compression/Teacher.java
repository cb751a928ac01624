package io.polyphony.engine.compression;

import io.polyphony.engine.data.Preprocessor;
import io.polyphony.engine.data.Table;
import io.polyphony.engine.data.TaskCodec;
import io.polyphony.engine.export.Bundle;
import io.polyphony.engine.loss.SoftTargets;
import io.polyphony.engine.training.Taught;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A model, of one network or of several, whose answers a student learns. */
public final class Teacher {
    private Teacher() {}

    /**
     * What a model says of training rows, as a student learns it.
     *
     * @param rows of the table, in the student's order
     * @param student what the student's rows are encoded by
     * @return by task of the student, as far as the teacher answers it
     * @throws IllegalArgumentException for a segmentation
     */
    public static Map<String, Taught> taught(
            Bundle teacher, Table table, int[] rows, Preprocessor student, DistillationSpec spec) {
        var answers = answers(teacher, table, rows);
        var taught = new LinkedHashMap<String, Taught>();
        for (var codec : student.codecs()) {
            var said = answers.get(codec.task().name());
            if (said != null) {
                standardise(codec, said);
                var targets = SoftTargets.of(codec.task().type(), said, spec.temperature());
                taught.put(codec.task().name(), new Taught(targets, spec.share()));
            }
        }
        return taught;
    }

    /** The weighted mean over networks, by task. */
    private static Map<String, float[][]> answers(Bundle teacher, Table table, int[] rows) {
        var encoder = new Bundle.Encoder(table, rows);
        var mean = new LinkedHashMap<String, float[][]>();
        for (var member : teacher.members()) {
            var said = member.network().answers(encoder.of(member.network()));
            member.weights().forEach((task, weight) -> mean.put(task, added(mean.get(task), said.get(task), weight)));
        }
        return mean;
    }

    private static float[][] added(float @Nullable [][] sum, float @Nullable [][] said, double weight) {
        if (said == null) {
            throw new IllegalArgumentException("A network has a say in a task that it does not answer.");
        }
        for (int row = 0; row < said.length; row++) {
            for (int k = 0; k < said[row].length; k++) {
                said[row][k] = (float) (weight * said[row][k] + (sum == null ? 0 : sum[row][k]));
            }
        }
        return said;
    }

    private static void standardise(TaskCodec codec, float[][] said) {
        for (var row : said) {
            for (int k = 0; k < row.length && codec.task().type().isQuantity(); k++) {
                row[k] = (float) codec.standardise(row[k], k);
            }
        }
    }
}
