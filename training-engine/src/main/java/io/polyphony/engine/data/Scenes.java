package io.polyphony.engine.data;

import java.util.List;

/** What is true on the pictures of some rows: masks, or boxes. */
public sealed interface Scenes permits Masks, Boxes {

    /** How many targets of a row a loss sees. */
    int seen();

    /** The rows of several lots, one after the other, all of one resolution and of the same classes. */
    static Scenes joined(String task, List<Scenes> lots) {
        return switch (lots.getFirst()) {
            case Masks _ ->
                Masks.joined(lots.stream().map(lot -> Masks.of(task, lot)).toList());
            case Boxes _ ->
                Boxes.joined(lots.stream().map(lot -> Boxes.of(task, lot)).toList());
        };
    }

    /** These rows, in this order. */
    Scenes select(int[] chosen);

    /**
     * Writes what a loss sees of a row.
     *
     * @param movement that the row's picture has made
     * @param known 1 where a target is known
     * @param at where the row begins in both
     */
    void read(int row, Movement movement, float[] targets, float[] known, int at);
}
