package io.polyphony.hpo.space;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A real number; its values are {@code Double}.
 *
 * @param low         the smallest value; above 0 if logarithmic
 * @param high        the greatest value, above {@code low}
 * @param logarithmic whether the prior is uniform over the logarithm
 * @param step        the distance between values, counted from {@code low}; {@code null} means continuous. Excludes logarithmic.
 * @param when        the condition, if any
 */
public record RealParameter(
        String name,
        double low,
        double high,
        boolean logarithmic,
        @Nullable Double step,
        @Nullable Condition when) implements Parameter {

    private static final MathContext TIDY = new MathContext(12);

    public RealParameter {
        Scale.check(name, low, high, logarithmic);
        if (step != null && (logarithmic || !(step > 0) || step > high - low)) {
            throw new IllegalArgumentException(
                    "The parameter (%s) has the step (%s), which must be positive, at most %s, and without log()."
                            .formatted(name, step, high - low));
        }
    }

    /** The same parameter with a prior uniform over the logarithm. */
    public RealParameter log() {
        return new RealParameter(name, low, high, true, step, when);
    }

    /** The same parameter on a grid that starts at {@code low}. */
    public RealParameter step(double distance) {
        return new RealParameter(name, low, high, logarithmic, distance, when);
    }

    @Override
    public RealParameter when(String parent, Object... values) {
        return new RealParameter(name, low, high, logarithmic, step, Names.condition(parent, values));
    }

    @Override
    public long count() {
        return step == null ? Long.MAX_VALUE : (long) Math.floor((high - low) / step + 1e-9) + 1;
    }

    @Override
    public Double at(double unit) {
        if (step == null) {
            return scale().value(unit);
        }
        return onGrid(Math.clamp((long) Math.floor(unit * count()), 0, count() - 1));
    }

    @Override
    public Double valueAt(long index) {
        if (step == null) {
            throw new IllegalStateException("The parameter (%s) is continuous. Maybe give it a step.".formatted(name));
        }
        return onGrid(index);
    }

    @Override
    public Cell cell(Object value) {
        double real = accept(value).map(Double.class::cast).orElseThrow(() -> Names.stranger(this, value));
        return step == null ? Cell.point(scale().unit(real)) : Cell.ofIndex(Math.round((real - low) / step), count());
    }

    @Override
    public Optional<Object> accept(Object value) {
        if (!(value instanceof Number number)) {
            return Optional.empty();
        }
        double real = number.doubleValue();
        if (!(low <= real && real <= high)) {
            return Optional.empty();
        }
        return step == null ? Optional.of(real) : snap(real);
    }

    private Optional<Object> snap(double real) {
        double snapped = onGrid(Math.round((real - low) / steps()));
        return Math.abs(snapped - real) <= 1e-6 * steps() ? Optional.of(snapped) : Optional.empty();
    }

    /** Without the last digits that adding up steps leaves behind: 0.3 rather than 0.30000000000000004. */
    private double onGrid(long index) {
        return BigDecimal.valueOf(low + index * steps()).round(TIDY).doubleValue();
    }

    private double steps() {
        return step == null ? 0 : step;
    }

    private Scale scale() {
        return new Scale(low, high, logarithmic);
    }
}
