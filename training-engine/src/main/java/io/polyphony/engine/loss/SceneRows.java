package io.polyphony.engine.loss;

import io.polyphony.engine.data.Movement;
import io.polyphony.engine.data.TaskLabels;
import java.util.ArrayList;
import java.util.List;

/**
 * What a loss sees of some rows whose answers lie on pictures.
 *
 * @param rows those of which something is known
 */
record SceneRows(List<Row> rows) {
    /** More rows would hardly change what a constant answer costs. */
    private static final int SAMPLE = 64;

    record Row(float[] targets, float[] known) {}

    /** Some rows, evenly taken. */
    static SceneRows sample(TaskLabels labels) {
        int count = Math.min(SAMPLE, labels.rows());
        var rows = new ArrayList<Row>();
        for (int i = 0; i < count; i++) {
            var row = new Row(new float[labels.seen()], new float[labels.seen()]);
            labels.read((int) ((long) i * labels.rows() / count), Movement.NONE, row.targets, row.known, 0);
            if (TaskLoss.present(row.known) > 0) {
                rows.add(row);
            }
        }
        return new SceneRows(rows);
    }

    /** The mean loss where every row is answered alike; 0 without rows. */
    double loss(TaskLoss loss, float[] outputs) {
        return rows.stream()
                .mapToDouble(row -> loss.evaluate(outputs, row.targets, row.known, new float[outputs.length]))
                .average()
                .orElse(0);
    }
}
