package io.polyphony.hpo.space;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * One thing that may be chosen. Every parameter is laid out on the unit interval [0, 1), so that a sampler needs to know neither logarithms
 * nor steps: {@link #at} turns a position into a value, {@link #cell} a value into the stretch of positions that stand for it, and a
 * uniform position is a draw from the parameter's prior.
 */
public sealed interface Parameter permits RealParameter, IntegerParameter, CategoricalParameter, OrdinalParameter {

    /** Unique within its space. */
    String name();

    /** When the parameter is chosen at all; {@code null} means always. */
    @Nullable
    Condition when();

    /** The number of different values, or {@link Long#MAX_VALUE} if there is no such number. */
    long count();

    /**
     * The value at a position.
     *
     * @param unit within [0, 1]
     */
    Object at(double unit);

    /**
     * One of the values by its rank.
     *
     * @param index at least 0, below {@link #count}
     * @throws IllegalStateException if the values cannot be counted
     */
    Object valueAt(long index);

    /**
     * The positions that stand for a value: a point for a continuous parameter, a stretch otherwise.
     *
     * @throws IllegalArgumentException if the value is not one of this parameter's
     */
    Cell cell(Object value);

    /** The value as this parameter writes it (an {@code Integer} 3 becomes a {@code Long} 3, say), or nothing if it is not one of its values. */
    Optional<Object> accept(Object value);

    /** The same parameter, chosen only if {@code parent} has one of the values. */
    Parameter when(String parent, Object... values);

    /** When the parameter is chosen at all; empty means always. */
    default Optional<Condition> condition() {
        return Optional.ofNullable(when());
    }

    /** Whether it is to be chosen, given the values of the parameters before it. */
    default boolean active(Map<String, Object> chosen) {
        return condition().map(condition -> condition.holds(chosen)).orElse(true);
    }

    /** Whether its values have an order. */
    default boolean ordered() {
        return !(this instanceof CategoricalParameter);
    }

    /** A draw from the prior: uniform over the values, or over their logarithms. */
    default Object sample(RandomGenerator random) {
        return at(random.nextDouble());
    }

    /** A real number, {@code low <= value <= high}. */
    static RealParameter real(String name, double low, double high) {
        return new RealParameter(name, low, high, false, null, null);
    }

    /** A whole number, {@code low <= value <= high}. */
    static IntegerParameter integer(String name, long low, long high) {
        return new IntegerParameter(name, low, high, false, 1, null);
    }

    /** One of several choices without an order. */
    static CategoricalParameter categorical(String name, String... choices) {
        return new CategoricalParameter(name, List.of(choices), null);
    }

    /** One of several whole numbers, in this order. */
    static OrdinalParameter ordinal(String name, long... levels) {
        return new OrdinalParameter(
                name, LongStream.of(levels).<Object>mapToObj(Long::valueOf).toList(), null);
    }

    /** One of several real numbers, in this order. */
    static OrdinalParameter ordinal(String name, double... levels) {
        return new OrdinalParameter(
                name, DoubleStream.of(levels).<Object>mapToObj(Double::valueOf).toList(), null);
    }

    /** One of several names, in this order: {@code "small", "medium", "large"}. */
    static OrdinalParameter ordinal(String name, String... levels) {
        return new OrdinalParameter(name, List.<Object>of((Object[]) levels), null);
    }
}
