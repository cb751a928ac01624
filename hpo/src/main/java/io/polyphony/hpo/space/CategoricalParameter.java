package io.polyphony.hpo.space;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One of several choices without an order; its values are {@code String}.
 *
 * @param choices at least one, none twice
 * @param when    the condition, if any
 */
public record CategoricalParameter(
        String name, List<String> choices, @Nullable Condition when) implements Parameter {

    public CategoricalParameter {
        choices = List.copyOf(choices);
        Names.checkOptions(name, choices);
    }

    @Override
    public CategoricalParameter when(String parent, Object... values) {
        return new CategoricalParameter(name, choices, Names.condition(parent, values));
    }

    @Override
    public long count() {
        return choices.size();
    }

    @Override
    public String at(double unit) {
        return choices.get(Cell.indexAt(unit, choices.size()));
    }

    @Override
    public String valueAt(long index) {
        return choices.get(Math.toIntExact(index));
    }

    @Override
    public Cell cell(Object value) {
        Object choice = accept(value).orElseThrow(() -> Names.stranger(this, value));
        return Cell.ofIndex(choices.indexOf(choice), choices.size());
    }

    @Override
    public Optional<Object> accept(Object value) {
        String text = String.valueOf(value);
        return choices.contains(text) ? Optional.of(text) : Optional.empty();
    }
}
