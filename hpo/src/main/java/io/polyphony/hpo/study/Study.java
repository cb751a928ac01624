package io.polyphony.hpo.study;

import io.polyphony.hpo.pruner.Pruner;
import io.polyphony.hpo.sampler.Sampler;
import io.polyphony.hpo.space.Assignment;
import io.polyphony.hpo.space.SearchSpace;
import io.polyphony.hpo.trial.Objective;
import io.polyphony.hpo.trial.Problem;
import io.polyphony.hpo.trial.Scalarization;
import io.polyphony.hpo.trial.Trial;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A search: ask for an assignment, tell by adding its trial to the history, ask again. A study holds no state, so that its answers
 * are a pure function of (definition, history): whoever has the same trials, such as a restarted server, gets the same proposal.
 * Parallel workers need nothing more than to add each proposal to the history, waiting, before the next is asked for.
 *
 * @param objectives    one or several, at least one of them to be improved
 * @param first         a portfolio of assignments of the space, handed out in this order before the sampler is asked
 * @param scalarization whether and how several objectives are made one
 */
public record Study(
        SearchSpace space,
        List<Objective> objectives,
        Sampler sampler,
        Pruner pruner,
        List<Assignment> first,
        long seed,
        Scalarization scalarization) {

    public Study {
        objectives = new Problem(space, objectives, seed).objectives();
        first = inSpace(space, first);
        if (objectives.stream().noneMatch(Objective::improved)) {
            throw new IllegalArgumentException(
                    "None of the objectives %s is improved. Maybe let one be.".formatted(objectives));
        }
    }

    /** A study of each objective for itself: what it finds is a front of compromises. */
    public Study(
            SearchSpace space,
            List<Objective> objectives,
            Sampler sampler,
            Pruner pruner,
            List<Assignment> first,
            long seed) {
        this(space, objectives, sampler, pruner, first, seed, Scalarization.NONE);
    }

    /** What the search is about. */
    public Problem problem() {
        return new Problem(space, objectives, seed);
    }

    /**
     * Proposes an assignment that no trial of the history has.
     *
     * @param history every trial so far, pending ones included, in any order
     * @throws SpaceExhausted if there is none left
     */
    public Assignment ask(List<Trial> history) {
        List<Trial> trials = check(history).stream()
                .sorted(Comparator.comparingInt(Trial::number))
                .toList();
        return new Proposal(this, trials).next();
    }

    /**
     * Whether the pruner gives up the running trial; to be asked after each of its reports.
     *
     * @param others the study's trials; the running one itself may be among them and is passed over
     */
    public boolean shouldPrune(Trial running, List<Trial> others) {
        check(List.of(running));
        List<Trial> peers = others.stream()
                .filter(other -> other.number() != running.number())
                .toList();
        View view = View.of(this, check(peers));
        return pruner.prune(view.objectives(), view.running(running), view.rivals());
    }

    /** The same study, with one more assignment to be tried before the sampler is asked. */
    public Study enqueue(Assignment assignment) {
        return new Study(
                space,
                objectives,
                sampler,
                pruner,
                Stream.concat(first.stream(), Stream.of(assignment)).toList(),
                seed,
                scalarization);
    }

    /**
     * Whether the search is still worth its while, with the reason.
     *
     * @param least the expected gain below which it is not: for one objective in standard deviations of the losses so far, for several as a
     *              share of the hypervolume so far; such as 0.01
     */
    public Outlook outlook(List<Trial> history, double least) {
        View view = View.of(this, check(history));
        return Outlook.of(new Problem(space, view.objectives(), seed), view.trials(), least);
    }

    private List<Trial> check(List<Trial> trials) {
        for (Trial trial : trials) {
            check(trial, trial.values());
            trial.lastReport().ifPresent(report -> check(trial, report.values()));
        }
        return trials;
    }

    private void check(Trial trial, List<Double> values) {
        if (!values.isEmpty() && values.size() != objectives.size()) {
            throw new IllegalArgumentException(
                    "The trial %d has the values %s, but there are %d objectives. Maybe it belongs to another study."
                            .formatted(trial.number(), values, objectives.size()));
        }
    }

    private static List<Assignment> inSpace(SearchSpace space, List<Assignment> first) {
        return first.stream()
                .map(assignment -> space.accept(assignment.values())
                        .orElseThrow(
                                () -> new IllegalArgumentException("The first assignment %s is not one of the space %s."
                                        .formatted(assignment.values(), space.parameters()))))
                .toList();
    }
}
