package io.polyphony.hpo.sampler;

import io.polyphony.hpo.space.Assignment;
import io.polyphony.hpo.space.Cell;
import io.polyphony.hpo.space.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A Parzen estimate over a group of parameters: a mixture with one product kernel per observed assignment and, as one kernel more, the prior.
 * A kernel whose assignment lacks a parameter (its condition did not hold) has the prior there, so that one mixture covers all branches of
 * a conditional space and keeps what parameters mean together.
 */
final class Parzen {

    private final List<Parameter> group;
    private final List<Marginal[]> kernels = new ArrayList<>();

    /** The logarithms of the kernels' shares. */
    private final double[] logShares;

    private Parzen(List<Parameter> group, List<Assignment> observed, double[] weights) {
        this.group = group;
        for (Assignment assignment : observed) {
            kernels.add(kernel(assignment, observed.size()));
        }
        kernels.add(group.stream().map(_ -> new Marginal.Prior()).toArray(Marginal[]::new));
        this.logShares = logShares(weights);
    }

    /** Of those observed that chose any of the group, all alike. */
    static Parzen of(List<Parameter> group, List<Assignment> observed) {
        var alike = new double[observed.size()];
        Arrays.fill(alike, 1);
        return of(group, observed, alike);
    }

    /** Of those observed that chose any of the group; the prior has the mean weight. */
    static Parzen of(List<Parameter> group, List<Assignment> observed, double[] weights) {
        int[] kept = IntStream.range(0, observed.size())
                .filter(i ->
                        group.stream().anyMatch(parameter -> observed.get(i).has(parameter.name())))
                .toArray();
        return new Parzen(
                group,
                Arrays.stream(kept).mapToObj(observed::get).toList(),
                Arrays.stream(kept).mapToDouble(i -> weights[i]).toArray());
    }

    private static double[] logShares(double[] weights) {
        double prior = Arrays.stream(weights).average().orElse(1);
        double sum = Arrays.stream(weights).sum() + prior;
        double[] shares = Arrays.copyOf(weights, weights.length + 1);
        shares[weights.length] = prior;
        return Arrays.stream(shares).map(share -> Math.log(share / sum)).toArray();
    }

    private Marginal[] anyKernel(RandomGenerator random) {
        double left = random.nextDouble();
        for (int i = 0; i < logShares.length; i++) {
            left -= Math.exp(logShares[i]);
            if (left < 0) {
                return kernels.get(i);
            }
        }
        return kernels.getLast();
    }

    /** Chooses the group's parameters; the values chosen before decide which of them. */
    Map<String, Object> draw(Map<String, Object> before, RandomGenerator random) {
        Marginal[] kernel = anyKernel(random);
        var chosen = new HashMap<>(before);
        for (int i = 0; i < group.size(); i++) {
            Parameter parameter = group.get(i);
            if (parameter.active(chosen)) {
                chosen.put(parameter.name(), parameter.at(kernel[i].draw(random)));
            }
        }
        return chosen;
    }

    /** The logarithm of the density at the chosen values, relative to the prior's. */
    double logDensity(Map<String, Object> chosen) {
        var cells = new @Nullable Cell[group.size()];
        for (int i = 0; i < cells.length; i++) {
            Object value = chosen.get(group.get(i).name());
            cells[i] = value == null ? null : group.get(i).cell(value);
        }
        var logs = new double[logShares.length];
        Arrays.setAll(logs, i -> logShares[i] + logDensity(kernels.get(i), cells));
        return logSumExp(logs);
    }

    private static double logDensity(Marginal[] kernel, @Nullable Cell[] cells) {
        double log = 0;
        for (int i = 0; i < cells.length; i++) {
            Cell cell = cells[i];
            if (cell != null) {
                log += kernel[i].logDensity(cell);
            }
        }
        return log;
    }

    private Marginal[] kernel(Assignment assignment, int observed) {
        long active = group.stream()
                .filter(parameter -> assignment.has(parameter.name()))
                .count();
        double deviation = deviation(observed, active);
        return group.stream()
                .map(parameter -> assignment.has(parameter.name())
                        ? Marginal.of(parameter, assignment.get(parameter.name()), deviation, leak(parameter, observed))
                        : new Marginal.Prior())
                .toArray(Marginal[]::new);
    }

    /** Half a pseudo-count for the whole prior, shared among the choices and the kernels. */
    private static double leak(Parameter parameter, int observed) {
        double smoothing = 0.5 * parameter.count() / (observed + 1.0);
        return smoothing / (1 + smoothing);
    }

    /**
     * Scott's rule, n^(-1/(d+4)), times 0.08 of the range. That is less than half of what Optuna's multivariate TPE takes, and without
     * its lower bound: narrow kernels, with the prior as the only wide one, did better on 15 of 16 test functions (64 trials, 24 seeds).
     */
    private static double deviation(int observed, long dimensions) {
        return 0.08 * Math.pow(observed, -1.0 / (dimensions + 4));
    }

    private static double logSumExp(double[] logs) {
        double greatest = Double.NEGATIVE_INFINITY;
        for (double log : logs) {
            greatest = Math.max(greatest, log);
        }
        double sum = 0;
        for (double log : logs) {
            sum += Math.exp(log - greatest);
        }
        return greatest + Math.log(sum);
    }
}
