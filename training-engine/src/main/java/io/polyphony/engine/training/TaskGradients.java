package io.polyphony.engine.training;

import io.polyphony.engine.program.Program;
import io.polyphony.engine.program.Sharing;
import io.polyphony.engine.tensor.EmbeddingTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Every task's gradient in a vector of its own, and how these lie to each other. All memory is taken once; only copies of
 * row-sparse gradients grow, to the largest step.
 */
final class TaskGradients {
    private final Program program;
    private final Sharing sharing;
    private final float[] current;
    private final float[][] dense;
    /** What belongs to no task: as long as the others, or empty. */
    private final float[] rest;

    private final List<RowGradient> restOfTables = new ArrayList<>();
    private final List<RowGradient[]> tables = new ArrayList<>();
    private final double[][] gram;

    /** @param hasRest whether some gradients belong to no task */
    TaskGradients(Program program, int tasks, boolean hasRest) {
        this.program = program;
        this.sharing = program.sharing();
        this.current = new float[program.parameters().values().size()];
        this.dense = new float[tasks][current.length];
        this.rest = new float[hasRest ? current.length : 0];
        this.gram = new double[tasks][tasks];
        for (int i = 0; i < program.parameters().tables().size(); i++) {
            var copies = new RowGradient[tasks];
            Arrays.setAll(copies, _ -> new RowGradient());
            tables.add(copies);
            restOfTables.add(new RowGradient());
        }
    }

    /** Begins a step: no task has a gradient yet. */
    void clear() {
        for (int task = 0; task < dense.length; task++) {
            Arrays.fill(gram[task], 0);
            for (var copies : tables) {
                copies[task].clear();
            }
        }
    }

    /**
     * Takes what the program's last backward run left as the task's gradient.
     *
     * @param memory share of the task's earlier gradient that is kept, of shared dense parameters; rows of tables, of
     *     which a step reads few, are not remembered
     */
    void take(int task, double memory) {
        program.parameters().gradients().read(0, current, 0, current.length);
        if (memory > 0) {
            remember(dense[task], (float) memory);
        }
        System.arraycopy(current, 0, dense[task], 0, current.length);
        for (int other = 0; other < task; other++) {
            gram[task][other] = dot(other);
            gram[other][task] = gram[task][other];
        }
        for (int i = 0; i < tables.size(); i++) {
            tables.get(i)[task].take(program.parameters().tables().get(i));
        }
        gram[task][task] = dot(task);
    }

    /** Takes what the program's last backward run left as the gradient that belongs to no task. */
    void takeRest() {
        program.parameters().gradients().read(0, rest, 0, rest.length);
        for (int i = 0; i < tables.size(); i++) {
            restOfTables.get(i).take(program.parameters().tables().get(i));
        }
    }

    private void remember(float[] earlier, float memory) {
        for (var slice : sharing.slices()) {
            for (int i = slice.offset(); i < slice.offset() + slice.size(); i++) {
                current[i] = memory * earlier[i] + (1 - memory) * current[i];
            }
        }
    }

    /** Of the current gradient and a task's, over shared parameters; the tables still hold the current one's rows. */
    private double dot(int other) {
        double sum = 0;
        for (var slice : sharing.slices()) {
            sum += RowGradient.dot(dense[other], slice.offset(), current, slice.offset(), slice.size());
        }
        for (int i = 0; i < tables.size(); i++) {
            var table = program.parameters().tables().get(i);
            sum += shared(table) ? tables.get(i)[other].dot(table) : 0;
        }
        return sum;
    }

    private boolean shared(EmbeddingTable table) {
        return sharing.tables().contains(table);
    }

    /** Inner products over shared parameters of the gradients taken in this step; zeros for the others. Live. */
    double[][] gram() {
        return gram;
    }

    /**
     * Makes the tasks' gradients the program's: of shared parameters each times its coefficient, of others as they are; and
     * adds what belongs to no task.
     *
     * @param taken whether a task's gradient was taken in this step
     */
    void combine(double[] coefficients, boolean[] taken) {
        Arrays.fill(current, 0f);
        program.parameters().tables().forEach(EmbeddingTable::clearGradient);
        for (int task = 0; task < dense.length; task++) {
            if (taken[task]) {
                addDense(dense[task], (float) coefficients[task]);
                addTables(task, (float) coefficients[task]);
            }
        }
        addRest();
        program.parameters().gradients().write(0, current, 0, current.length);
    }

    private void addRest() {
        add(rest, 1, 0, rest.length);
        for (int i = 0; i < tables.size() && rest.length > 0; i++) {
            restOfTables.get(i).addTo(program.parameters().tables().get(i), 1);
        }
    }

    private void addDense(float[] gradient, float coefficient) {
        int from = 0;
        for (var slice : sharing.slices()) {
            add(gradient, 1, from, slice.offset());
            from = slice.offset() + slice.size();
            add(gradient, coefficient, slice.offset(), from);
        }
        add(gradient, 1, from, current.length);
    }

    private void add(float[] gradient, float coefficient, int from, int to) {
        for (int i = from; i < to; i++) {
            current[i] += coefficient * gradient[i];
        }
    }

    private void addTables(int task, float coefficient) {
        for (int i = 0; i < tables.size(); i++) {
            var table = program.parameters().tables().get(i);
            tables.get(i)[task].addTo(table, shared(table) ? coefficient : 1);
        }
    }

    /** What running means remember, live: one vector per task. */
    float[][] memory() {
        return dense;
    }
}
