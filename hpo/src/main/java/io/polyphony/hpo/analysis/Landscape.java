package io.polyphony.hpo.analysis;

import io.polyphony.hpo.space.Assignment;
import io.polyphony.hpo.space.Layout;
import io.polyphony.hpo.space.SearchSpace;
import java.util.List;

/** What a random forest has learnt about one loss over a space: it answers for assignments that nobody tried. */
public final class Landscape {

    private final Layout layout;
    private final Forest forest;

    private Landscape(Layout layout, Forest forest) {
        this.layout = layout;
        this.forest = forest;
    }

    /**
     * Learns from what was tried.
     *
     * @param tried  assignments of the space, at least one
     * @param losses one finite loss for each
     * @param seed   of the forest: same arguments, same answers
     */
    public static Landscape of(SearchSpace space, List<Assignment> tried, double[] losses, long seed) {
        Layout layout = Layout.of(space);
        double[][] points = tried.stream().map(layout::point).toArray(double[][]::new);
        return new Landscape(layout, Forest.grow(points, losses, seed));
    }

    /** The loss that is expected of an assignment of the space. */
    public double expected(Assignment assignment) {
        return forest.predict(layout.point(assignment));
    }
}
