package io.polyphony.hpo.space;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One of several levels whose order has a meaning but whose distances have none, such as the batch sizes 32, 64 and 128.
 * Its values are {@code Long}, {@code Double} or {@code String}, all of one kind.
 *
 * @param levels in order; at least one, none twice
 * @param when   the condition, if any
 */
public record OrdinalParameter(
        String name, List<Object> levels, @Nullable Condition when) implements Parameter {

    public OrdinalParameter {
        levels = sameKind(levels.stream().map(Assignment::canonical).toList());
        Names.checkOptions(name, levels);
        if (levels.stream().map(Object::getClass).distinct().count() > 1) {
            throw new IllegalArgumentException(
                    "The parameter (%s) mixes texts and numbers: %s.".formatted(name, levels));
        }
    }

    @Override
    public OrdinalParameter when(String parent, Object... values) {
        return new OrdinalParameter(name, levels, Names.condition(parent, values));
    }

    @Override
    public long count() {
        return levels.size();
    }

    @Override
    public Object at(double unit) {
        return levels.get(Cell.indexAt(unit, levels.size()));
    }

    @Override
    public Object valueAt(long index) {
        return levels.get(Math.toIntExact(index));
    }

    @Override
    public Cell cell(Object value) {
        Object level = accept(value).orElseThrow(() -> Names.stranger(this, value));
        return Cell.ofIndex(levels.indexOf(level), levels.size());
    }

    @Override
    public Optional<Object> accept(Object value) {
        return levels.stream().filter(level -> same(level, value)).findFirst();
    }

    private static boolean same(Object level, Object value) {
        return level instanceof Number number && value instanceof Number other
                ? number.doubleValue() == other.doubleValue()
                : level.equals(value);
    }

    private static List<Object> sameKind(List<Object> levels) {
        boolean reals = levels.stream().allMatch(Number.class::isInstance)
                && levels.stream().anyMatch(Double.class::isInstance);
        return reals
                ? levels.stream()
                        .<Object>map(level -> ((Number) level).doubleValue())
                        .toList()
                : levels;
    }
}
