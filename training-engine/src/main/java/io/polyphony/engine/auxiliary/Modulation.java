package io.polyphony.engine.auxiliary;

import io.polyphony.engine.program.Parameters;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * On-the-fly gradient modulation with generalization enhancement (OGM-GE, Peng et al., CVPR 2022): the encoder of an input
 * that is ahead of the others learns more slowly, so that these are not starved. How far an input u is ahead is rho_u, its
 * score over the mean score of the others; its steps are multiplied by k_u = 1 - tanh(alpha rho_u) where rho_u is above 1. The
 * paper multiplies the gradient, which is the same for its SGD; of Adam's steps and Lion's a factor on the gradient cancels.
 * All encoders' gradients get normal noise of their own deviation, parameter by parameter; a slowed step slows it as well.
 */
public final class Modulation {
    private final double alpha;
    private final List<String> inputs;
    private final Map<String, String> owners;
    private final Parameters parameters;
    private final int[] ofSlices;
    private final int[] ofTables;
    private final float[] scratch;

    /**
     * @param inputs in the order of the scores
     * @param owners the input whose encoder a parameter or table belongs to, by name
     */
    public Modulation(double alpha, List<String> inputs, Map<String, String> owners, Parameters parameters) {
        this.alpha = alpha;
        this.inputs = List.copyOf(inputs);
        this.owners = Map.copyOf(owners);
        this.parameters = parameters;
        this.ofSlices = parameters.slices().stream()
                .mapToInt(slice -> place(inputs, owners.get(slice.name())))
                .toArray();
        this.ofTables = parameters.tables().stream()
                .mapToInt(table -> place(inputs, owners.get(table.name())))
                .toArray();
        this.scratch = new float
                [parameters.slices().stream()
                        .mapToInt(Parameters.Slice::size)
                        .max()
                        .orElse(0)];
    }

    private static int place(List<String> inputs, @Nullable String owner) {
        return owner == null ? -1 : inputs.indexOf(owner);
    }

    /**
     * k_u of every input.
     *
     * @param scores how sure of the truth each input is by itself, above 0; NaN for an input that no row of the step has
     */
    public double[] coefficients(double[] scores) {
        var coefficients = new double[scores.length];
        for (int u = 0; u < scores.length; u++) {
            double ahead = ahead(scores, u);
            coefficients[u] = ahead > 1 ? 1 - Math.tanh(alpha * ahead) : 1;
        }
        return coefficients;
    }

    /** rho_u; NaN where there is nothing to compare. */
    private static double ahead(double[] scores, int u) {
        double sum = 0;
        int others = 0;
        for (int v = 0; v < scores.length; v++) {
            if (v != u && Double.isFinite(scores[v])) {
                sum += scores[v];
                others++;
            }
        }
        return scores[u] / (sum / others);
    }

    /** The factor on a parameter's steps: its encoder's coefficient, 1 where it is of none. */
    public double pace(String parameter, double[] coefficients) {
        int input = place(inputs, owners.get(parameter));
        return input < 0 ? 1 : coefficients[input];
    }

    /** Adds noise to the gradients of all encoders. */
    public void disturb(RandomGenerator random) {
        var gradients = parameters.gradients();
        for (int i = 0; i < ofSlices.length; i++) {
            var slice = parameters.slices().get(i);
            if (ofSlices[i] >= 0) {
                gradients.read(slice.offset(), scratch, 0, slice.size());
                disturb(scratch, slice.size(), random);
                gradients.write(slice.offset(), scratch, 0, slice.size());
            }
        }
        for (int i = 0; i < ofTables.length; i++) {
            var table = parameters.tables().get(i);
            if (ofTables[i] >= 0) {
                disturb(table.gradient(), table.touchedCount() * table.width(), random);
            }
        }
    }

    private static void disturb(float[] gradient, int size, RandomGenerator random) {
        double deviation = deviation(gradient, size);
        for (int i = 0; i < size; i++) {
            gradient[i] = (float) (gradient[i] + deviation * random.nextGaussian());
        }
    }

    private static double deviation(float[] numbers, int size) {
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < size; i++) {
            sum += numbers[i];
            squares += (double) numbers[i] * numbers[i];
        }
        return size < 2 ? 0 : Math.sqrt(Math.max(0, (squares - sum * sum / size) / (size - 1)));
    }
}
