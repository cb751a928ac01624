package io.polyphony.engine.program;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where every piece lies in one arena, so that pieces in use at the same time never overlap. Largest first, each at the
 * lowest gap that holds it (Pisarchyk and Lee 2020, "greedy by size").
 *
 * @param offsets in bytes, one per piece
 * @param bytes of the arena
 */
record MemoryPlan(List<Long> offsets, long bytes) {
    private static final long ALIGNMENT = 64;

    static MemoryPlan of(List<Lifetime> pieces) {
        var order = IntStream.range(0, pieces.size())
                .boxed()
                .sorted(Comparator.comparingLong((Integer i) -> -pieces.get(i).bytes()))
                .toList();
        var offsets = new long[pieces.size()];
        var placed = new ArrayList<Integer>();
        long end = 0;
        for (int piece : order) {
            offsets[piece] = lowestGap(pieces, offsets, placed, pieces.get(piece));
            placed.add(piece);
            end = Math.max(end, offsets[piece] + aligned(pieces.get(piece).bytes()));
        }
        return new MemoryPlan(
                IntStream.range(0, offsets.length).mapToObj(i -> offsets[i]).toList(), end);
    }

    private static long lowestGap(List<Lifetime> pieces, long[] offsets, List<Integer> placed, Lifetime piece) {
        var neighbours = placed.stream()
                .filter(other -> pieces.get(other).meets(piece))
                .sorted(Comparator.comparingLong(other -> offsets[other]))
                .toList();
        long at = 0;
        for (int other : neighbours) {
            if (at + aligned(piece.bytes()) <= offsets[other]) {
                break;
            }
            at = Math.max(at, offsets[other] + aligned(pieces.get(other).bytes()));
        }
        return at;
    }

    private static long aligned(long bytes) {
        return (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }
}
