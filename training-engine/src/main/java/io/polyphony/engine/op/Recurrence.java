package io.polyphony.engine.op;

import io.polyphony.engine.tensor.Shape;
import java.util.List;

/** What {@link Gru} and {@link Lstm} have in common: a cell that is {@link Unrolled} over time. */
sealed interface Recurrence extends Primitive permits Gru, Lstm {
    boolean backwards();

    /** The cell for these rows and units. */
    Cell cell(int rows, int units);

    /** The same in single precision, for so many rows times units. */
    PanelCell panel(int size);

    @Override
    default Shape shape(List<Shape> inputs) {
        return Unrolled.shape(getClass().getSimpleName(), gates(), inputs);
    }

    /** Numbers per unit that a step's drive consists of. */
    int gates();

    /** Numbers per unit and step that the way back needs. */
    int kept();

    @Override
    default boolean readsInput(int index) {
        return index != 0;
    }

    @Override
    default List<Shape> saved(Facts facts) {
        return Unrolled.saved(facts, kept());
    }

    @Override
    default List<Shape> scratch(Facts facts) {
        return Unrolled.scratch(facts);
    }

    @Override
    default long flops(List<Shape> inputs) {
        return Unrolled.flops(inputs);
    }

    @Override
    default Work bind(Site site) {
        int rows = site.shape(0).extent(0);
        int units = site.shape(1).extent(0);
        return site.facts().knows(UnrolledPanels.ECHO)
                ? new UnrolledPanels(site, panel(rows * units), gates(), kept(), backwards())
                : new Unrolled(site, cell(rows, units), backwards());
    }
}
