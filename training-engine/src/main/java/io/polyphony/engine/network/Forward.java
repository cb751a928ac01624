package io.polyphony.engine.network;

import io.polyphony.engine.data.InputFeatures;
import io.polyphony.engine.op.Pass;
import io.polyphony.engine.program.Program;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Runs a program over many rows as they are, without dropout.
 *
 * @param inputs of the same program, without variation
 * @param widths numbers that each task's head puts out
 */
public record Forward(Program program, NetworkInputs inputs, Map<String, Integer> widths, int batch) {

    /** The raw outputs of every task, row-major. */
    public Map<String, float[]> outputs(Map<String, InputFeatures> features, int rows) {
        var outputs = new LinkedHashMap<String, float[]>();
        widths.forEach((task, width) -> outputs.put(task, new float[rows * width]));
        var random = new SplittableRandom(0);
        for (int from = 0; from < rows; from += batch) {
            int count = Math.min(batch, rows - from);
            inputs.fill(features, range(from, count), random);
            program.forward(new Pass(false, random));
            collect(outputs, from, count);
        }
        return outputs;
    }

    private void collect(Map<String, float[]> outputs, int from, int count) {
        outputs.forEach((task, numbers) -> {
            int width = widths.getOrDefault(task, 0);
            program.output(task).read(0, numbers, from * width, count * width);
        });
    }

    private static int[] range(int from, int count) {
        var rows = new int[count];
        for (int i = 0; i < count; i++) {
            rows[i] = from + i;
        }
        return rows;
    }
}
