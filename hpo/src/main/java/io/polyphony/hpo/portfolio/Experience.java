package io.polyphony.hpo.portfolio;

import io.polyphony.hpo.analysis.Landscape;
import io.polyphony.hpo.space.Assignment;
import io.polyphony.hpo.space.SearchSpace;
import io.polyphony.hpo.trial.Objective;
import io.polyphony.hpo.trial.Trial;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What one earlier search says about any assignment.
 *
 * @param trials    that completed, best first
 * @param landscape of the regret: 0 at its best trial, 1 at its median and worse
 * @param weight    how much it has in common with the new search: the squared share of parameters, for who knows few of them knows little of how they act together
 * @param known     regrets that were asked for, by the values that are shared
 */
record Experience(
        EarlierSearch search,
        List<Trial> trials,
        Landscape landscape,
        double weight,
        Map<Map<String, Object>, Double> known) {

    private static final int LEAST_TRIALS = 10;
    private static final int CANDIDATES = 12;
    private static final int BACKGROUND = 12;
    private static final long SEED = 1;

    /** Empty if the search has too few completed trials, or nothing in common with the new space. */
    static Optional<Experience> of(EarlierSearch search, SearchSpace space) {
        List<Trial> usable = search.trials().stream()
                .filter(trial -> !trial.values().isEmpty()
                        && trial.values().stream().allMatch(Double::isFinite)
                        && search.space().contains(trial.assignment()))
                .sorted(Comparator.comparingInt(Trial::number))
                .toList();
        double shared = Translation.overlap(space, search.space());
        if (usable.size() < LEAST_TRIALS || shared == 0) {
            return Optional.empty();
        }
        double[] regrets = regrets(search.objectives(), usable);
        List<Trial> sorted = IntStream.range(0, regrets.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> regrets[i]))
                .map(usable::get)
                .toList();
        List<Assignment> tried = usable.stream().map(Trial::assignment).toList();
        return Optional.of(new Experience(
                search, sorted, Landscape.of(search.space(), tried, regrets, SEED), shared * shared, new HashMap<>()));
    }

    /** Its best trials, best first. */
    List<Trial> best() {
        return trials.subList(0, Math.min(CANDIDATES, trials.size()));
    }

    /**
     * What it expects of an assignment of any space. What the assignment does not say is as it was in some of the search's own trials, from good to bad, on average (partial
     * dependence: Friedman, Ann. Statist. 29, 2001).
     */
    double regret(Assignment assignment) {
        var shared = new HashMap<>(assignment.values());
        shared.keySet().removeIf(name -> search.space().parameter(name).isEmpty());
        return known.computeIfAbsent(shared, this::partial);
    }

    private double partial(Map<String, Object> shared) {
        return IntStream.range(0, BACKGROUND)
                .mapToObj(i -> trials.get(i * trials.size() / BACKGROUND).assignment())
                .flatMap(behind -> {
                    var values = new HashMap<>(behind.values());
                    values.putAll(shared);
                    return Translation.into(search.space(), new Assignment(values)).stream();
                })
                .mapToDouble(landscape::expected)
                .average()
                .orElse(1);
    }

    /** The mean over the objectives, each relative to its own best and median; those that miss a limit have 1. */
    private static double[] regrets(List<Objective> objectives, List<Trial> trials) {
        var sums = new double[trials.size()];
        for (int k = 0; k < objectives.size(); k++) {
            int objective = k;
            double[] losses = trials.stream()
                    .mapToDouble(trial ->
                            objectives.get(objective).loss(trial.values().get(objective)))
                    .toArray();
            double[] relative = relative(losses);
            Arrays.setAll(sums, i -> sums[i] + relative[i] / objectives.size());
        }
        double[] regrets = relative(sums);
        Arrays.setAll(
                regrets, i -> Objective.violation(objectives, trials.get(i).values()) > 0 ? 1 : regrets[i]);
        return regrets;
    }

    private static double[] relative(double[] losses) {
        double[] sorted = losses.clone();
        Arrays.sort(sorted);
        double span = sorted[sorted.length / 2] - sorted[0];
        return Arrays.stream(losses)
                .map(loss -> span > 0 ? Math.min(1, (loss - sorted[0]) / span) : 0)
                .toArray();
    }
}
