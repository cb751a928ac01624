package io.polyphony.benchmarks.accuracy;

import io.polyphony.benchmarks.Scenario;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A data set, the recipes that compete on it and what their best combination is to reach.
 *
 * @param folds parts of the training rows, each of which is left out once; 1 for a single validation split
 * @param recipes settings of {@link io.polyphony.benchmarks.Recipe}, separated by blanks
 */
record Challenge(String name, String folder, Loader loader, int folds, List<String> recipes, List<Figure> figures) {

    /** Whether each task is to be compared with a network that learns it alone. */
    boolean refereed() {
        return figures.stream().anyMatch(figure -> figure.name().endsWith(Figure.ALONE));
    }

    /** Reads the data set from its folder. */
    @FunctionalInterface
    interface Loader {
        List<Scenario> load(Path folder) throws IOException;
    }
}
