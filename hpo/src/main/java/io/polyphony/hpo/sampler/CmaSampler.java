package io.polyphony.hpo.sampler;

import io.polyphony.hpo.analysis.Ranking;
import io.polyphony.hpo.space.Assignment;
import io.polyphony.hpo.space.Cell;
import io.polyphony.hpo.space.Layout;
import io.polyphony.hpo.space.Parameter;
import io.polyphony.hpo.trial.Problem;
import io.polyphony.hpo.trial.Trial;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * CMA-ES ({@link Evolution}). Its state is replayed from the history, each population of finished trials making a generation, whoever proposed them.
 * It restarts with twice the population where it has converged (IPOP: Auger and Hansen, CEC 2005), and keeps a chance of changing every integer
 * and choice (the margin of Hamano et al., GECCO 2022). Several objectives rank by non-dominated sorting.
 */
public record CmaSampler() implements Sampler {

    private static final double FIRST_DEVIATION = 0.25;
    private static final double CONVERGED = 1e-7;
    private static final double FLAT = 1e-12;
    private static final int ATTEMPTS = 32;
    private static final int REMEMBERED = 4000;

    @Override
    public Assignment suggest(Problem problem, List<Trial> history, RandomGenerator random) {
        Layout layout = Layout.of(problem.space());
        if (layout.dimensions() == 0) {
            return problem.space().sample(random);
        }
        List<Trial> recent = history.subList(Math.max(0, history.size() - REMEMBERED), history.size());
        Evolution evolution = replay(layout, Observations.of(problem, recent));
        double[] factors = margins(layout, evolution);
        for (int i = 0; i < ATTEMPTS; i++) {
            double[] point = evolution.draw(factors, random);
            if (layout.allows(point)) {
                return layout.at(point);
            }
        }
        return problem.space().sample(random);
    }

    private static Evolution replay(Layout layout, Observations observed) {
        Evolution evolution = start(layout, Evolution.usualPopulation(layout.dimensions()));
        int from = 0;
        while (from + evolution.population() <= observed.size()) {
            int first = from;
            int next = from + evolution.population();
            double[][] losses = Arrays.copyOfRange(observed.losses(), from, next);
            evolution.update(Arrays.stream(Ranking.best(losses, losses.length))
                    .mapToObj(i -> layout.point(observed.tried().get(first + i)))
                    .toArray(double[][]::new));
            if (evolution.spread() < CONVERGED || flat(losses)) {
                evolution = start(layout, 2 * evolution.population());
            }
            from = next;
        }
        return evolution;
    }

    static boolean flat(double[][] losses) {
        return Arrays.stream(losses)
                .allMatch(loss -> IntStream.range(0, loss.length)
                        .allMatch(k -> Math.abs(loss[k] - losses[0][k]) <= FLAT * Math.max(1, Math.abs(loss[k]))));
    }

    private static Evolution start(Layout layout, int population) {
        var middle = new double[layout.dimensions()];
        Arrays.fill(middle, 0.5);
        return new Evolution(middle, FIRST_DEVIATION, population);
    }

    /** How much each discrete coordinate is widened, so that its mean's cell is left with at least the probability 1 / (dimensions x population). */
    private static double[] margins(Layout layout, Evolution evolution) {
        double least = 1.0 / (layout.dimensions() * evolution.population());
        double reach = Normal.upperQuantile(Math.min(0.4, least));
        var factors = new double[layout.dimensions()];
        for (int k = 0; k < factors.length; k++) {
            Parameter parameter = layout.parameters().get(k);
            double mean = evolution.mean()[k];
            Cell cell = parameter.cell(parameter.at(mean));
            double toEdge = Math.min(
                    cell.low() > 0 ? mean - cell.low() : Double.POSITIVE_INFINITY,
                    cell.high() < 1 ? cell.high() - mean : Double.POSITIVE_INFINITY);
            boolean discrete = cell.width() > 0 && Double.isFinite(toEdge);
            factors[k] = discrete ? Math.max(1, toEdge / (reach * evolution.deviation(k))) : 1;
        }
        return factors;
    }
}
