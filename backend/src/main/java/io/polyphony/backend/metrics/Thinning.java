package io.polyphony.backend.metrics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * Fewer points that draw the same curve: the first, the last, and of each stretch between them the lowest and the highest, so
 * that no peak is lost.
 */
final class Thinning {
    private Thinning() {}

    /** @param most at least 2 */
    static List<Curve.Point> thin(List<Curve.Point> points, int most) {
        if (points.size() <= most) {
            return points;
        }
        var kept = new TreeSet<Curve.Point>(Comparator.comparingInt(Curve.Point::step));
        kept.add(points.getFirst());
        kept.add(points.getLast());
        int stretches = (most - 2) / 2;
        for (int stretch = 0; stretch < stretches; stretch++) {
            int from = 1 + (int) ((long) stretch * (points.size() - 2) / stretches);
            int until = 1 + (int) ((long) (stretch + 1) * (points.size() - 2) / stretches);
            var part = points.subList(from, until);
            part.stream().min(Comparator.comparingDouble(Curve.Point::value)).ifPresent(kept::add);
            part.stream().max(Comparator.comparingDouble(Curve.Point::value)).ifPresent(kept::add);
        }
        return new ArrayList<>(kept);
    }
}
