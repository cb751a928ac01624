package io.polyphony.engine.data;

import io.polyphony.engine.data.BytePairs.Pair;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/** How often pieces of words stand side by side, kept while the most frequent are joined; only words with the pair are looked at. */
final class PairCounts {
    /** A pair seen once says nothing of other words. */
    private static final int LEAST_COUNT = 2;

    private final List<Word> words = new ArrayList<>();
    private final Map<Pair, Integer> counts = new HashMap<>();
    private final Map<Pair, Set<Integer>> places = new HashMap<>();
    private final Set<String> pieces = new HashSet<>();
    private final PriorityQueue<Counted> queue = new PriorityQueue<>(
            Comparator.comparing(Counted::count, Comparator.reverseOrder()).thenComparing(Counted::pair));

    private record Word(List<String> pieces, int count) {}

    private record Counted(Pair pair, int count) {}

    PairCounts(Map<String, Integer> wordCounts) {
        wordCounts.forEach((word, count) -> {
            words.add(new Word(BytePairs.characters(word), count));
            count(words.size() - 1, 1);
        });
        words.forEach(word -> pieces.addAll(word.pieces()));
        counts.forEach((pair, count) -> queue.add(new Counted(pair, count)));
    }

    /** Joins until there are so many pieces or no pair is left; the halves of each pair in turn. */
    List<String> join(int most) {
        var halves = new ArrayList<String>();
        while (pieces.size() < most && !queue.isEmpty()) {
            var best = queue.remove();
            int count = counts.getOrDefault(best.pair(), 0);
            if (count != best.count()) {
                continue; // An older count; the newer stands further behind.
            }
            if (count < LEAST_COUNT) {
                break;
            }
            halves.add(best.pair().left());
            halves.add(best.pair().right());
            pieces.add(best.pair().joined());
            join(best.pair());
        }
        return halves;
    }

    private void join(Pair pair) {
        var touched = new HashSet<Pair>();
        for (int place : List.copyOf(places.getOrDefault(pair, Set.of()))) {
            touched.addAll(count(place, -1));
            BytePairs.join(words.get(place).pieces(), pair);
            touched.addAll(count(place, 1));
        }
        touched.forEach(other -> queue.add(new Counted(other, counts.getOrDefault(other, 0))));
    }

    /** Adds or takes away the pairs of a word. */
    private Set<Pair> count(int place, int sign) {
        var touched = new HashSet<Pair>();
        var word = words.get(place);
        for (int i = 0; i + 1 < word.pieces().size(); i++) {
            var pair = new Pair(word.pieces().get(i), word.pieces().get(i + 1));
            counts.merge(pair, sign * word.count(), Integer::sum);
            var in = places.computeIfAbsent(pair, _ -> new HashSet<>());
            if (sign > 0) {
                in.add(place);
            } else {
                in.remove(place);
            }
            touched.add(pair);
        }
        return touched;
    }
}
