package io.polyphony.hpo.portfolio;

import io.polyphony.hpo.space.Assignment;
import io.polyphony.hpo.space.CategoricalParameter;
import io.polyphony.hpo.space.IntegerParameter;
import io.polyphony.hpo.space.OrdinalParameter;
import io.polyphony.hpo.space.Parameter;
import io.polyphony.hpo.space.RealParameter;
import io.polyphony.hpo.space.SearchSpace;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.LongStream;

/** An assignment of one space as one of another: by name, each value as near as the other space has it. */
final class Translation {

    /** The inverse of the root of x^4 = x + 1: its first powers have nothing to do with each other. */
    private static final double STEP = 0.8191725134;

    private static final int STEPS = 3;

    private Translation() {}

    /** Empty if a constraint of the space forbids it. What the assignment does not say is in the middle, or the first choice. */
    static Optional<Assignment> into(SearchSpace space, Assignment assignment) {
        return into(space, assignment, 0);
    }

    /**
     * The same, with another guess at what the assignment does not say.
     *
     * @param guess 0 for the middle or the first choice; the following ones are spread over all there is (Roberts, The unreasonable effectiveness of quasirandom
     *              sequences, 2018)
     */
    static Optional<Assignment> into(SearchSpace space, Assignment assignment, int guess) {
        Assignment near = space.assign(parameter -> assignment.has(parameter.name())
                ? nearest(parameter, assignment.get(parameter.name()))
                : guessed(space, parameter, guess));
        return Optional.of(near).filter(space::contains);
    }

    private static Object guessed(SearchSpace space, Parameter parameter, int guess) {
        double step = Math.pow(STEP, 1 + space.parameters().indexOf(parameter) % STEPS);
        double from = parameter.ordered() ? 0.5 : 0;
        return guess == 0 ? usual(parameter) : parameter.at((from + guess * step) % 1);
    }

    /** The share of the space's parameters that another one has too. */
    static double overlap(SearchSpace space, SearchSpace other) {
        long shared = space.parameters().stream()
                .filter(parameter -> other.parameter(parameter.name()).isPresent())
                .count();
        return (double) shared / Math.max(1, space.parameters().size());
    }

    private static Object nearest(Parameter parameter, Object value) {
        return parameter.accept(value).orElseGet(() -> switch (parameter) {
            case CategoricalParameter choice -> usual(choice);
            case OrdinalParameter levels -> value instanceof Number number ? listed(levels, number) : usual(levels);
            case IntegerParameter whole -> value instanceof Number number ? onGrid(whole, number) : usual(whole);
            case RealParameter real -> value instanceof Number number ? within(real, number) : usual(real);
        });
    }

    private static Object usual(Parameter parameter) {
        return parameter.ordered() ? parameter.at(0.5) : parameter.valueAt(0);
    }

    private static Object listed(OrdinalParameter parameter, Number value) {
        return LongStream.range(0, parameter.count())
                .mapToObj(parameter::valueAt)
                .min(Comparator.comparingDouble(level -> level instanceof Number number
                        ? Math.abs(number.doubleValue() - value.doubleValue())
                        : Double.POSITIVE_INFINITY))
                .orElseThrow();
    }

    private static Object onGrid(IntegerParameter parameter, Number value) {
        double index = (value.doubleValue() - parameter.low()) / parameter.step();
        return parameter.valueAt(Math.clamp(Math.round(index), 0, parameter.count() - 1));
    }

    private static Object within(RealParameter parameter, Number value) {
        Double step = parameter.step();
        if (step == null) {
            return Math.clamp(value.doubleValue(), parameter.low(), parameter.high());
        }
        double index = (value.doubleValue() - parameter.low()) / step;
        return parameter.valueAt(Math.clamp(Math.round(index), 0, parameter.count() - 1));
    }
}
