package io.polyphony.engine.optimizer;

import io.polyphony.engine.program.Parameters;
import io.polyphony.engine.tensor.EmbeddingTable;
import java.util.ArrayList;
import java.util.List;

/**
 * The exponential average of all weights over the steps, free of the bias towards its beginning. Rows of tables are caught
 * up with when they are touched, since until then they did not change.
 */
public final class RunningAverage {
    private final Parameters parameters;
    private final Optimizer optimizer;
    private final double decay;
    private final float[] dense;
    private final float[] lent;
    private final List<float[]> tables = new ArrayList<>();
    private final List<int[]> upTo = new ArrayList<>();
    private final List<float[]> kept = new ArrayList<>();

    /** @param decay share of the average that a step keeps, 0..1, exclusive of 1 */
    public RunningAverage(Parameters parameters, Optimizer optimizer, double decay) {
        this.parameters = parameters;
        this.optimizer = optimizer;
        this.decay = decay;
        this.dense = new float[parameters.values().size()];
        this.lent = new float[dense.length];
        for (var table : parameters.tables()) {
            tables.add(new float[table.values().length]);
            upTo.add(new int[table.rows()]);
            kept.add(new float[table.values().length]);
        }
    }

    /** Before the optimizer moves: rows about to be touched are averaged as they were so far. */
    public void beforeStep() {
        for (int t = 0; t < tables.size(); t++) {
            var table = parameters.tables().get(t);
            for (int i = 0; i < table.touchedCount(); i++) {
                catchUp(t, table.touchedRow(i));
            }
        }
    }

    /** After the optimizer moved. */
    public void afterStep() {
        float share = (float) (1 - decay);
        var values = optimizer.values();
        for (int i = 0; i < dense.length; i++) {
            dense[i] += share * (values[i] - dense[i]);
        }
        for (int t = 0; t < tables.size(); t++) {
            var table = parameters.tables().get(t);
            for (int i = 0; i < table.touchedCount(); i++) {
                catchUp(t, table.touchedRow(i));
            }
        }
    }

    /** The row's average over steps in which it did not change. */
    private void catchUp(int index, int row) {
        int missed = (int) optimizer.steps() - upTo.get(index)[row];
        if (missed == 0) {
            return;
        }
        var table = parameters.tables().get(index);
        var average = tables.get(index);
        float share = (float) (1 - Math.pow(decay, missed));
        for (int i = row * table.width(); i < (row + 1) * table.width(); i++) {
            average[i] += share * (table.values()[i] - average[i]);
        }
        upTo.get(index)[row] = (int) optimizer.steps();
    }

    /** Puts the averages in the weights' places, until {@link #giveBack}. */
    public void lend() {
        float scale = (float) (1 / (1 - Math.pow(decay, optimizer.steps())));
        for (int i = 0; i < dense.length; i++) {
            lent[i] = scale * dense[i];
        }
        parameters.values().write(0, lent, 0, lent.length);
        for (int t = 0; t < tables.size(); t++) {
            var table = parameters.tables().get(t);
            System.arraycopy(table.values(), 0, kept.get(t), 0, table.values().length);
            int index = t;
            optimizer.touched(t).stream().forEach(row -> lend(index, table, row, scale));
        }
    }

    private void lend(int index, EmbeddingTable table, int row, float scale) {
        catchUp(index, row);
        for (int i = row * table.width(); i < (row + 1) * table.width(); i++) {
            table.values()[i] = scale * tables.get(index)[i];
        }
    }

    /** Puts the weights back. */
    public void giveBack() {
        parameters.values().write(0, optimizer.values(), 0, dense.length);
        for (int t = 0; t < tables.size(); t++) {
            var values = parameters.tables().get(t).values();
            System.arraycopy(kept.get(t), 0, values, 0, values.length);
        }
    }

    /** The average of the flat vector, live, with its bias. */
    public float[] dense() {
        return dense;
    }

    /** The average of a table, live, with its bias; valid in touched rows. */
    public float[] table(int index) {
        return tables.get(index);
    }

    /** The step up to which each row of a table is averaged, live. */
    public int[] upTo(int index) {
        return upTo.get(index);
    }
}
