package io.polyphony.engine.op;

import io.polyphony.engine.tensor.Precision;
import io.polyphony.engine.tensor.Shape;
import java.util.Arrays;
import java.util.List;

/**
 * Cosines of every number at learned frequencies (Gorishniy 2022): numbers [batch, n], frequencies [n, k] and phases
 * [n, k] are [batch, n, k] of cos(2 pi (f x + p)). A network tells thresholds and bumps from them that it cannot from
 * the number itself.
 */
public record Waves() implements Primitive {

    @Override
    public Shape shape(List<Shape> inputs) {
        var numbers = inputs.get(0);
        var frequencies = inputs.get(1);
        ShapeMismatch.unless(
                numbers.rank() == 2
                        && frequencies.rank() == 2
                        && frequencies.extent(0) == numbers.last()
                        && frequencies.equals(inputs.get(2)),
                "Waves",
                inputs,
                "numbers [batch, n], frequencies [n, k] and phases [n, k]");
        return Shape.of(numbers.extent(0), numbers.last(), frequencies.last());
    }

    @Override
    public long flops(List<Shape> inputs) {
        return 20L * shape(inputs).size();
    }

    @Override
    public String onnx(Twin twin) {
        var turns = twin.node("Mul", twin.widened(twin.input(0), 2), twin.input(1));
        var angle = twin.node("Add", turns, twin.input(2));
        // Whole turns change nothing but what rounding leaves of the angle.
        var rest = twin.node("Sub", angle, twin.node("Round", angle));
        return twin.node("Cos", twin.times(rest, 2 * Math.PI));
    }

    @Override
    public Work bind(Site site) {
        return site.facts().precision() == Precision.FLOAT ? new WavesFloats(site) : new Cosines(site);
    }

    private static final class Cosines implements Work {
        private static final double TURN = 2 * Math.PI;
        private final Site site;
        private final int batch;
        private final int numbers;
        private final int waves;
        private final double[] row;
        private final double[] rowSlopes;
        private final double[] frequencies;
        private final double[] phases;
        private final double[] slopes;
        private final double[] frequencySlopes;
        private final double[] phaseSlopes;

        Cosines(Site site) {
            this.site = site;
            batch = site.shape(0).extent(0);
            numbers = site.shape(0).last();
            waves = site.shape(1).last();
            row = new double[numbers];
            rowSlopes = new double[numbers];
            frequencies = new double[numbers * waves];
            phases = new double[numbers * waves];
            slopes = new double[numbers * waves];
            frequencySlopes = new double[numbers * waves];
            phaseSlopes = new double[numbers * waves];
        }

        @Override
        public void forward(Pass pass) {
            load();
            for (int b = 0; b < batch; b++) {
                site.input(0).read(b * numbers, row, numbers);
                for (int i = 0; i < slopes.length; i++) {
                    slopes[i] = Math.cos(angle(i));
                }
                site.output().write(b * slopes.length, slopes, slopes.length);
            }
        }

        @Override
        public void backward() {
            load();
            Arrays.fill(frequencySlopes, 0);
            Arrays.fill(phaseSlopes, 0);
            for (int b = 0; b < batch; b++) {
                site.input(0).read(b * numbers, row, numbers);
                site.outputGradient().read(b * slopes.length, slopes, slopes.length);
                Arrays.fill(rowSlopes, 0);
                for (int i = 0; i < slopes.length; i++) {
                    double slope = -TURN * Math.sin(angle(i)) * slopes[i];
                    phaseSlopes[i] += slope;
                    frequencySlopes[i] += slope * row[i / waves];
                    rowSlopes[i / waves] += slope * frequencies[i];
                }
                if (site.wants(0)) {
                    site.inputGradient(0).write(b * numbers, rowSlopes, numbers);
                }
            }
            if (site.wants(1)) {
                site.inputGradient(1).write(0, frequencySlopes, frequencySlopes.length);
            }
            if (site.wants(2)) {
                site.inputGradient(2).write(0, phaseSlopes, phaseSlopes.length);
            }
        }

        private double angle(int i) {
            return TURN * (frequencies[i] * row[i / waves] + phases[i]);
        }

        private void load() {
            site.input(1).read(0, frequencies, frequencies.length);
            site.input(2).read(0, phases, phases.length);
        }
    }
}
