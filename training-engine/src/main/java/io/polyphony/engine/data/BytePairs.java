package io.polyphony.engine.data;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Words as pieces of words (byte-pair encoding, Sennrich 2016, arXiv:1508.07909): beginning with characters, the pairs that
 * train texts have most often are joined, in that order. So every word can be written, and like words share pieces. A blank
 * is the end of a word.
 */
final class BytePairs {
    private static final String END = " ";

    /** Left and right halves in turn, in the order in which they are joined. */
    private final List<String> halves;

    private final Map<Pair, Integer> ranks = new HashMap<>();

    /** Two pieces side by side. */
    record Pair(String left, String right) implements Comparable<Pair> {
        String joined() {
            return left + right;
        }

        @Override
        public int compareTo(Pair other) {
            int byLeft = left.compareTo(other.left);
            return byLeft != 0 ? byLeft : right.compareTo(other.right);
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    BytePairs(List<String> halves) {
        this.halves = List.copyOf(halves);
        for (int i = 0; i + 1 < halves.size(); i += 2) {
            ranks.put(new Pair(halves.get(i), halves.get(i + 1)), i / 2);
        }
    }

    /**
     * Learns from words and how often each occurs.
     *
     * @param pieces most that there may be, characters included
     */
    static BytePairs learn(Map<String, Integer> counts, int pieces) {
        return new BytePairs(new PairCounts(counts).join(pieces));
    }

    /** A word's pieces; the last ends in a blank. */
    List<String> split(String word) {
        var pieces = characters(word);
        while (true) {
            int best = -1;
            int rank = Integer.MAX_VALUE;
            for (int i = 0; i + 1 < pieces.size(); i++) {
                int other = ranks.getOrDefault(new Pair(pieces.get(i), pieces.get(i + 1)), Integer.MAX_VALUE);
                if (other < rank) {
                    best = i;
                    rank = other;
                }
            }
            if (best < 0) {
                return pieces;
            }
            join(pieces, new Pair(pieces.get(best), pieces.get(best + 1)));
        }
    }

    /** The characters of a word and its end. */
    static List<String> characters(String word) {
        var pieces = new ArrayList<String>();
        word.codePoints().forEach(character -> pieces.add(Character.toString(character)));
        pieces.add(END);
        return pieces;
    }

    /** Joins the pair wherever it occurs, from the left. */
    static void join(List<String> pieces, Pair pair) {
        for (int i = 0; i + 1 < pieces.size(); i++) {
            if (pieces.get(i).equals(pair.left()) && pieces.get(i + 1).equals(pair.right())) {
                pieces.set(i, pair.joined());
                pieces.remove(i + 1);
            }
        }
    }

    @JsonValue
    List<String> halves() {
        return halves;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BytePairs that && halves.equals(that.halves);
    }

    @Override
    public int hashCode() {
        return halves.hashCode();
    }
}
