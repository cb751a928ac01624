package io.polyphony.engine.explanation;

import io.polyphony.engine.data.EncodedRows;
import io.polyphony.engine.export.TrainedModel;
import io.polyphony.engine.network.NetworkInputs;
import io.polyphony.engine.network.Variation;
import io.polyphony.engine.op.Pass;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.program.Parameters;
import io.polyphony.engine.program.Program;
import io.polyphony.engine.tensor.Device;
import io.polyphony.engine.tensor.Precision;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

/** The straight line from a baseline to a row, and how a number of the answer changes on the way. */
final class Path implements Partition.Function, AutoCloseable {
    private final Program program;
    private final NetworkInputs inputs;
    private final EncodedRows row;
    private final Map<String, Ends> ends;
    private final Voice voice;
    private final Target target;
    private final int batch;
    private final Map<String, Integer> widths;

    /** Where one of the network's inputs begins and ends. */
    record Ends(float[] baseline, float[] row) {}

    /**
     * @param graph of a batch; watches what has ends
     * @param widths numbers that each task's head puts out
     */
    Path(
            TrainedModel model,
            Graph graph,
            Parameters learned,
            EncodedRows row,
            Map<String, Ends> ends,
            Map<String, Integer> widths,
            Voice voice,
            Target target) {
        this.batch = graph.batch();
        this.row = row;
        this.ends = ends;
        this.widths = widths;
        this.voice = voice;
        this.target = target;
        this.program = Program.compile(graph, true, Device.cpu(), Precision.FLOAT);
        copy(learned, program.parameters());
        var layouts = model.preprocessor().layouts();
        this.inputs = new NetworkInputs(model.network(), layouts, program, batch, Variation.NONE);
    }

    /** What is left of the parameters has kept its order. */
    private static void copy(Parameters from, Parameters to) {
        if (from.values().size() != to.values().size()) {
            throw new IllegalStateException("Cutting the graph lost parameters: %d of %d numbers are left."
                    .formatted(to.values().size(), from.values().size()));
        }
        to.values().copy(0, from.values(), 0, from.values().size());
    }

    /** The number at these places of the path, 0 its begin and 1 its end. */
    @Override
    public double[] values(double[] places) {
        var values = new double[places.length];
        for (int from = 0; from < places.length; from += batch) {
            int count = fill(places, from);
            var outputs = outputs();
            for (int i = 0; i < count; i++) {
                values[from + i] = target.value(voice.answer(outputs, i));
            }
        }
        return values;
    }

    @Override
    public double[][] valuesAndSlopes(double[] places) {
        var both = new double[2][places.length];
        for (int from = 0; from < places.length; from += batch) {
            int count = fill(places, from);
            var outputs = outputs();
            send(count);
            program.backward();
            for (int i = 0; i < count; i++) {
                both[0][from + i] = target.value(voice.answer(outputs, i));
            }
            int first = from;
            ends.forEach((name, way) -> addSlopes(program.inputGradient(name).floats(), way, both[1], first, count));
        }
        return both;
    }

    private static void addSlopes(float[] gradients, Ends way, double[] slopes, int from, int count) {
        int size = way.row().length;
        for (int i = 0; i < count * size; i++) {
            slopes[from + i / size] += gradients[i] * ((double) way.row()[i % size] - way.baseline()[i % size]);
        }
    }

    /**
     * The mean gradient of the number along the path, by input.
     *
     * @param places where the gradient is taken
     * @param widths of the part of the path that each place stands for; they add up to 1
     */
    Map<String, double[]> slopes(double[] places, double[] widths) {
        var means = new LinkedHashMap<String, double[]>();
        ends.forEach((name, both) -> means.put(name, new double[both.row().length]));
        for (int from = 0; from < places.length; from += batch) {
            int count = fill(places, from);
            send(count);
            program.backward();
            var parts = Arrays.copyOfRange(widths, from, from + count);
            means.forEach((name, mean) -> add(program.inputGradient(name).floats(), parts, mean));
        }
        return means;
    }

    private static void add(float[] gradients, double[] widths, double[] mean) {
        for (int i = 0; i < widths.length * mean.length; i++) {
            mean[i % mean.length] += widths[i / mean.length] * gradients[i];
        }
    }

    /** Puts a batch of places in, and runs forward; returns how many there were. */
    private int fill(double[] places, int from) {
        int count = Math.min(batch, places.length - from);
        inputs.fill(row.inputs(), new int[count], new SplittableRandom(0));
        ends.forEach((name, both) -> {
            int size = both.row().length;
            var numbers = new float[batch * size];
            for (int i = 0; i < count * size; i++) {
                double begin = both.baseline()[i % size];
                numbers[i] = (float) (begin + places[from + i / size] * (both.row()[i % size] - begin));
            }
            program.input(name).write(0, numbers, 0, numbers.length);
        });
        program.forward(new Pass(false, new SplittableRandom(0)));
        return count;
    }

    private float[] outputs() {
        return program.output(target.task()).floats();
    }

    /** Writes the gradient of the number at each place of the batch; other tasks have none. */
    private void send(int count) {
        var outputs = outputs();
        widths.forEach((task, width) -> {
            var gradient = new float[batch * width];
            for (int i = 0; task.equals(target.task()) && i < count; i++) {
                var slope = voice.slope(outputs, i, target.slope(voice.answer(outputs, i)));
                System.arraycopy(slope, 0, gradient, i * width, width);
            }
            program.outputGradient(task).write(0, gradient, 0, gradient.length);
        });
    }

    @Override
    public void close() {
        program.close();
    }
}
