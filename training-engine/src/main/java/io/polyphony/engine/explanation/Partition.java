package io.polyphony.engine.explanation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The path from 0 to 1 in parts so small that a function is as good as straight in each: where it bends, there are many.
 * Networks with normalisation are steep where they begin to see something, and flat afterwards.
 */
final class Partition {
    private static final int FEWEST = 32;
    private static final int MOST = 1024;
    /** At most so many more at a time: what they show tells where to look next. */
    private static final int AT_ONCE = 64;
    /** How far the function may be from straight lines, all parts together, as a share of how far it moves. */
    private static final double TOLERANCE = 0.005;
    /** Single precision cannot tell less. */
    private static final double NOISE = 1e-6;

    /** What is divided. */
    interface Function {
        /** Its values at several places. */
        double[] values(double[] places);

        /** Its values and its slopes there. */
        double[][] valuesAndSlopes(double[] places);
    }

    /** A part, with the function's values at its ends and in its middle and the slope in its middle. */
    private record Part(double from, double to, double begin, double end, double middle, double slope) {
        double centre() {
            return (from + to) / 2;
        }

        /** How far the function is from a straight line. */
        double bend() {
            double curve = Math.abs(middle - (begin + end) / 2);
            return Math.max(curve, Math.abs(slope * (to - from) - (end - begin)));
        }
    }

    private final Function function;
    private List<Part> parts = new ArrayList<>();

    private Partition(Function function) {
        this.function = function;
    }

    /** The parts of this function's path. */
    static Partition of(Function function) {
        var partition = new Partition(function);
        partition.begin();
        var bent = partition.bent();
        while (!bent.isEmpty()) {
            partition.halve(bent);
            bent = partition.bent();
        }
        return partition;
    }

    private void begin() {
        var edges = new double[FEWEST + 1];
        Arrays.setAll(edges, i -> (double) i / FEWEST);
        var values = function.values(edges);
        var middles = function.valuesAndSlopes(Arrays.stream(edges)
                .limit(FEWEST)
                .map(edge -> edge + 0.5 / FEWEST)
                .toArray());
        for (int i = 0; i < FEWEST; i++) {
            parts.add(new Part(edges[i], edges[i + 1], values[i], values[i + 1], middles[0][i], middles[1][i]));
        }
    }

    /** The parts to be halved next: those that bend most, until the others together are straight enough. */
    private Set<Part> bent() {
        double left = parts.stream().mapToDouble(Part::bend).sum();
        double allowed = TOLERANCE * movement() + NOISE * parts.size() * size();
        var bent = new HashSet<Part>();
        if (left > allowed) {
            var order = new ArrayList<>(parts);
            order.sort(Comparator.comparingDouble(Part::bend).reversed());
            for (int i = 0; i < order.size() && left > allowed / 2 && bent.size() < AT_ONCE; i++) {
                bent.add(order.get(i));
                left -= order.get(i).bend();
            }
        }
        return parts.size() + bent.size() > MOST ? Set.of() : bent;
    }

    private void halve(Set<Part> bent) {
        var quarters = parts.stream()
                .filter(bent::contains)
                .flatMapToDouble(part -> Arrays.stream(
                        new double[] {(part.from() + part.centre()) / 2, (part.centre() + part.to()) / 2}))
                .toArray();
        var middles = function.valuesAndSlopes(quarters);
        var finer = new ArrayList<Part>();
        int next = 0;
        for (var part : parts) {
            if (bent.contains(part)) {
                finer.add(new Part(
                        part.from(), part.centre(), part.begin(), part.middle(), middles[0][next], middles[1][next++]));
                finer.add(new Part(
                        part.centre(), part.to(), part.middle(), part.end(), middles[0][next], middles[1][next++]));
            } else {
                finer.add(part);
            }
        }
        parts = finer;
    }

    private double movement() {
        return parts.stream()
                .mapToDouble(part -> Math.abs(part.end() - part.begin()))
                .sum();
    }

    private double size() {
        return parts.stream().mapToDouble(part -> Math.abs(part.end())).max().orElse(0);
    }

    double[] middles() {
        return parts.stream().mapToDouble(Part::centre).toArray();
    }

    double[] widths() {
        return parts.stream().mapToDouble(part -> part.to() - part.from()).toArray();
    }

    int parts() {
        return parts.size();
    }

    /** The function at 0. */
    double first() {
        return parts.getFirst().begin();
    }

    /** The function at 1. */
    double last() {
        return parts.getLast().end();
    }
}
