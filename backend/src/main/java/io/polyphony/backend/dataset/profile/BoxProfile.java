package io.polyphony.backend.dataset.profile;

import io.polyphony.engine.data.Box;
import io.polyphony.engine.data.BoxCells;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Watches whether all cells of a column are boxes on pictures: {@code label x y w h; ..}, or JSON objects with
 * these names, as the engine reads them. Lists of nothing but numbers may be read so, each first
 * number as the name of a class, but are lists of numbers.
 */
final class BoxProfile {
    private static final int MOST_LABELS = 200;
    private static final int EXAMPLES = 3;
    private final TreeSet<String> labels = new TreeSet<>();
    private boolean boxesOnly = true;
    private boolean words;

    void cell(String cell) {
        if (!boxesOnly) {
            return;
        }
        var found = labels(cell.strip());
        boxesOnly = found.isPresent() && labels.size() <= MOST_LABELS;
        found.ifPresent(names -> {
            labels.addAll(names);
            words |= !names.isEmpty() && NumberList.length(cell) == 0;
        });
    }

    /** There is a cell that holds no boxes. */
    void stop() {
        boxesOnly = false;
    }

    /** How many different labels there are; 0 unless all cells are boxes. */
    int labels() {
        return boxesOnly && words && labels.size() <= MOST_LABELS ? labels.size() : 0;
    }

    List<String> examples() {
        return labels.stream().limit(EXAMPLES).toList();
    }

    /** The labels of a cell's boxes; empty where it holds something else. */
    private static Optional<List<String>> labels(String cell) {
        try {
            return Optional.of(BoxCells.of(cell).stream().map(Box::label).toList());
        } catch (IllegalArgumentException other) {
            return Optional.empty();
        }
    }
}
