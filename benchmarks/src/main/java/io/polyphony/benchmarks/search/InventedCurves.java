package io.polyphony.benchmarks.search;

import io.polyphony.hpo.space.Assignment;
import io.polyphony.hpo.space.Parameter;
import io.polyphony.hpo.space.SearchSpace;
import io.polyphony.hpo.trial.Objective;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Curves that fall at different speeds to different ends. The two objectives want different things: what is best for the first is middling for the second.
 *
 * @param objectives both, or the first alone
 */
record InventedCurves(List<Objective> objectives) implements Curves {

    private static final List<Objective> BOTH = List.of(Objective.minimize("first"), Objective.minimize("second"));
    private static final int EPOCHS = 81;
    private static final double NOISE = 0.005;
    private static final double WORTHLESS = 1.5;

    static InventedCurves ofOne() {
        return new InventedCurves(BOTH.subList(0, 1));
    }

    static InventedCurves ofBoth() {
        return new InventedCurves(BOTH);
    }

    @Override
    public SearchSpace space() {
        return SearchSpace.of(
                Parameter.real("first", 0, 1), Parameter.real("second", 0, 1), Parameter.real("speed", 4, 20));
    }

    @Override
    public List<Integer> steps() {
        return IntStream.rangeClosed(1, EPOCHS).boxed().toList();
    }

    @Override
    public List<List<Double>> told(Assignment at, SplittableRandom noise) {
        return steps().stream()
                .map(epoch -> objectives.stream()
                        .map(objective -> end(at, objective.name())
                                + Math.exp(-epoch / at.real("speed"))
                                + NOISE * noise.nextGaussian())
                        .toList())
                .toList();
    }

    private static double end(Assignment at, String objective) {
        double mine = at.real(objective);
        double conflict = at.real("first") - 0.3 - (objective.equals("first") ? 0 : 0.4);
        return mine * mine + conflict * conflict;
    }

    @Override
    public List<Double> outcome(Assignment assignment, List<List<Double>> told) {
        return told.getLast();
    }

    @Override
    public List<Double> judged(Assignment at) {
        return objectives.stream()
                .map(objective -> end(at, objective.name()) + Math.exp(-EPOCHS / at.real("speed")))
                .toList();
    }

    @Override
    public List<Double> reference() {
        return objectives.stream().map(_ -> WORTHLESS).toList();
    }

    @Override
    public double greatestVolume() {
        return 1;
    }

    @Override
    public String toString() {
        return "invented";
    }
}
