package io.polyphony.engine.training;

import io.polyphony.engine.auxiliary.AuxiliaryGraph;
import io.polyphony.engine.auxiliary.Divergence;
import io.polyphony.engine.auxiliary.Reconstruction;
import io.polyphony.engine.data.EncodedRows;
import io.polyphony.engine.program.Program;
import io.polyphony.engine.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The loss of telling from the fused embedding what the inputs were: the mean over inputs, each on the rows that have it, even
 * where it was hidden from the fusion; and, of a variational bottleneck, how far it is from the standard normal distribution,
 * as a share of what a constant would lose on all inputs together. With every input weighed alike by its own constant this is
 * the evidence lower bound of a multimodal variational autoencoder (Wu and Goodman 2018).
 *
 * @param inputs by name
 * @param losses of the same inputs
 */
record Autoencoder(
        Map<String, ToldInput> inputs,
        Map<String, Reconstruction> losses,
        @Nullable Bottleneck bottleneck) {

    /** The variational bottleneck in a step. */
    static final class Bottleneck {
        private final double constant;
        private final Tensor output;
        private final Tensor outputGradient;
        private final float[] both;
        private final float[] gradient;

        /** @param constant nats of a row that a divergence is a share of */
        Bottleneck(double constant, Program program) {
            this.constant = constant;
            this.output = program.output(AuxiliaryGraph.BOTTLENECK);
            this.outputGradient = program.outputGradient(AuxiliaryGraph.BOTTLENECK);
            this.both = new float[output.size()];
            this.gradient = new float[output.size()];
        }

        private double evaluate(int rows) {
            output.read(0, both, 0, both.length);
            return Divergence.evaluate(both, AuxiliaryGraph.LATENT, rows, 1 / (rows * constant), gradient);
        }

        private void send(double factor) {
            for (int i = 0; i < gradient.length; i++) {
                both[i] = (float) (factor * gradient[i]);
            }
            outputGradient.write(0, both, 0, both.length);
        }
    }

    /** How many numbers are told of each input, by output. */
    Map<String, Integer> widths() {
        var widths = new LinkedHashMap<String, Integer>();
        losses.forEach((input, loss) -> widths.put(AuxiliaryGraph.told(input), loss.count()));
        return widths;
    }

    /** After a forward run on these rows. */
    double evaluate(int[] rows) {
        double sum = 0;
        for (var input : inputs.values()) {
            sum += input.evaluate(rows);
        }
        double divergence = bottleneck == null ? 0 : bottleneck.evaluate(rows.length);
        return sum / Math.max(1, present()) + divergence;
    }

    private int present() {
        int present = 0;
        for (var input : inputs.values()) {
            present += input.present() ? 1 : 0;
        }
        return present;
    }

    /** Hands the gradients to the program, times the factor. */
    void send(double factor) {
        double share = factor / Math.max(1, present());
        inputs.values().forEach(input -> input.send(share));
        if (bottleneck != null) {
            bottleneck.send(factor);
        }
    }

    /**
     * What is lost on rows that are not learned from, without the divergence.
     *
     * @param outputs what was told of each input, by output
     */
    double validate(EncodedRows rows, Map<String, float[]> outputs) {
        double sum = 0;
        int present = 0;
        for (var loss : losses.entrySet()) {
            var features = rows.inputs().get(loss.getKey());
            var told = outputs.get(AuxiliaryGraph.told(loss.getKey()));
            if (features != null && told != null) {
                double lost = loss.getValue().evaluate(features, told);
                sum += Double.isNaN(lost) ? 0 : lost;
                present += Double.isNaN(lost) ? 0 : 1;
            }
        }
        return sum / Math.max(1, present);
    }
}
