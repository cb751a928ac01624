package io.polyphony.hpo.sampler;

import io.polyphony.hpo.space.Assignment;
import io.polyphony.hpo.space.Parameter;
import io.polyphony.hpo.trial.Problem;
import io.polyphony.hpo.trial.Trial;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * The corners of a grid in random order, none twice, so that a search cut short has still looked everywhere. Once the grid is used up,
 * draws from the prior.
 *
 * @param resolution how many values of a parameter that has more than that, evenly spread; at least 2
 */
public record GridSampler(int resolution) implements Sampler {

    private static final int DRAWS = 64;
    private static final int WALK = 100_000;

    public GridSampler {
        if (resolution < 2) {
            throw new IllegalArgumentException(
                    "The grid sampler has the resolution (%d), which must be at least 2.".formatted(resolution));
        }
    }

    @Override
    public Assignment suggest(Problem problem, List<Trial> history, RandomGenerator random) {
        Set<Map<String, Object>> taken = history.stream()
                .map(trial -> trial.assignment().values())
                .collect(Collectors.toCollection(HashSet::new));
        for (int i = 0; i < DRAWS; i++) {
            Assignment corner = problem.space().assign(parameter -> value(parameter, random.nextDouble()));
            if (!taken.contains(corner.values()) && problem.space().contains(corner)) {
                return corner;
            }
        }
        return problem.space()
                .grid(resolution)
                .limit(WALK)
                .filter(corner -> !taken.contains(corner.values()))
                .findFirst()
                .orElseGet(() -> problem.space().sample(random));
    }

    private Object value(Parameter parameter, double unit) {
        long count = Math.min(parameter.ordered() ? resolution : Long.MAX_VALUE, parameter.count());
        return count == parameter.count()
                ? parameter.at(unit)
                : parameter.at((Math.min(count - 1, Math.floor(unit * count)) + 0.5) / count);
    }
}
