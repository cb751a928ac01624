package io.polyphony.engine.optimizer;

import io.polyphony.engine.tensor.EmbeddingTable;

/** Touched rows of a table side by side with their gradient and memory, some at a time, so that one loop moves them all. */
final class TableRows {
    private static final int NUMBERS = 2048;
    private final UpdateRule rule;
    private final int width;
    private final int most;
    private final float[] values;
    private final float[] gradient;
    private final float[][] memory;

    TableRows(UpdateRule rule, int width) {
        this.rule = rule;
        this.width = width;
        this.most = Math.max(1, NUMBERS / width);
        this.values = new float[most * width];
        this.gradient = new float[most * width];
        this.memory = new float[rule.memories()][most * width];
    }

    void move(EmbeddingTable table, float[][] tableMemory, Motion motion) {
        for (int from = 0; from < table.touchedCount(); from += most) {
            int count = Math.min(most, table.touchedCount() - from);
            System.arraycopy(table.gradient(), from * width, gradient, 0, count * width);
            for (int i = 0; i < count; i++) {
                int at = table.touchedRow(from + i) * width;
                System.arraycopy(table.values(), at, values, i * width, width);
                for (int k = 0; k < memory.length; k++) {
                    System.arraycopy(tableMemory[k], at, memory[k], i * width, width);
                }
            }
            rule.move(values, gradient, memory, 0, count * width, motion);
            for (int i = 0; i < count; i++) {
                int at = table.touchedRow(from + i) * width;
                System.arraycopy(values, i * width, table.values(), at, width);
                for (int k = 0; k < memory.length; k++) {
                    System.arraycopy(memory[k], i * width, tableMemory[k], at, width);
                }
            }
        }
    }
}
