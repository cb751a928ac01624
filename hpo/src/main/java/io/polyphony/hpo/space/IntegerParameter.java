package io.polyphony.hpo.space;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A whole number; its values are {@code Long}.
 *
 * @param low         the smallest value; above 0 if logarithmic
 * @param high        the greatest value, above {@code low}
 * @param logarithmic whether the prior is uniform over the logarithm; then the step is 1
 * @param step        the distance between values, counted from {@code low}; at least 1
 * @param when        the condition, if any
 */
public record IntegerParameter(
        String name,
        long low,
        long high,
        boolean logarithmic,
        long step,
        @Nullable Condition when) implements Parameter {

    public IntegerParameter {
        Scale.check(name, low, high, logarithmic);
        if (step < 1 || step > high - low || (logarithmic && step > 1)) {
            throw new IllegalArgumentException(
                    "The parameter (%s) has the step (%s), which must be 1 to %s, and 1 with log()."
                            .formatted(name, step, high - low));
        }
    }

    /** The same parameter with a prior uniform over the logarithm. */
    public IntegerParameter log() {
        return new IntegerParameter(name, low, high, true, step, when);
    }

    /** The same parameter on a grid that starts at {@code low}. */
    public IntegerParameter step(long distance) {
        return new IntegerParameter(name, low, high, logarithmic, distance, when);
    }

    @Override
    public IntegerParameter when(String parent, Object... values) {
        return new IntegerParameter(name, low, high, logarithmic, step, Names.condition(parent, values));
    }

    @Override
    public long count() {
        return (high - low) / step + 1;
    }

    @Override
    public Long at(double unit) {
        long index = Math.round((scale().value(unit) - low) / step);
        return low + step * Math.clamp(index, 0, count() - 1);
    }

    @Override
    public Long valueAt(long index) {
        return low + step * index;
    }

    @Override
    public Cell cell(Object value) {
        long whole = accept(value).map(Long.class::cast).orElseThrow(() -> Names.stranger(this, value));
        return new Cell(scale().unit(whole - 0.5 * step), scale().unit(whole + 0.5 * step));
    }

    @Override
    public Optional<Object> accept(Object value) {
        if (!(value instanceof Number number) || number.doubleValue() != number.longValue()) {
            return Optional.empty();
        }
        long whole = number.longValue();
        return low <= whole && whole <= high && (whole - low) % step == 0 ? Optional.of(whole) : Optional.empty();
    }

    /** Every value owns half a step on either side, so that the ends are as likely as the rest. */
    private Scale scale() {
        return new Scale(low - 0.5 * step, low + step * (count() - 0.5), logarithmic);
    }
}
