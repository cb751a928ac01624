package io.polyphony.engine.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BytePairsTest {
    /** The words of algorithm 1 in Sennrich 2016. */
    private static final Map<String, Integer> WORDS = Map.of("low", 5, "lower", 2, "newest", 6, "widest", 3);

    private static final int CHARACTERS = 11;

    @Test
    void joins_what_the_published_algorithm_joins() {
        assertThat(BytePairs.learn(WORDS, CHARACTERS + 5).halves())
                .containsExactly("e", "s", "es", "t", "est", " ", "l", "o", "lo", "w");
    }

    @Test
    void an_unseen_word_is_written_in_known_pieces() {
        var pairs = BytePairs.learn(WORDS, CHARACTERS + 5);
        assertThat(pairs.split("lowest")).containsExactly("low", "est ");
        assertThat(pairs.split("slow")).containsExactly("s", "low", " ");
        assertThat(pairs.split("Ω")).containsExactly("Ω", " ");
        assertThat(pairs.split("\uD83D\uDE00")).as("one character").hasSize(2);
    }

    @Test
    void words_that_occur_often_become_one_piece_and_pairs_seen_once_are_not_joined() {
        var pairs = BytePairs.learn(Map.of("newest", 6, "qz", 1), 1000);
        assertThat(pairs.split("newest")).containsExactly("newest ");
        assertThat(pairs.split("qz")).containsExactly("q", "z", " ");
    }

    /** Against counting everything anew before every join. */
    @Test
    void counts_that_are_kept_lead_to_the_same_joins_as_counts_made_anew() {
        var random = new SplittableRandom(4);
        var counts = new HashMap<String, Integer>();
        for (int i = 0; i < 200; i++) {
            var word = new StringBuilder();
            random.ints(random.nextInt(1, 8), 'a', 'e').forEach(c -> word.append((char) c));
            counts.merge(word.toString(), random.nextInt(1, 9), Integer::sum);
        }
        assertThat(BytePairs.learn(counts, 60).halves()).isEqualTo(plainly(counts, 60 - 5));
    }

    private static List<String> plainly(Map<String, Integer> counts, int joins) {
        var split = new HashMap<List<String>, Integer>();
        counts.forEach((word, count) -> split.put(BytePairs.characters(word), count));
        var halves = new ArrayList<String>();
        for (int join = 0; join < joins; join++) {
            var pairs = new HashMap<BytePairs.Pair, Integer>();
            split.forEach((pieces, count) -> {
                for (int i = 0; i + 1 < pieces.size(); i++) {
                    pairs.merge(new BytePairs.Pair(pieces.get(i), pieces.get(i + 1)), count, Integer::sum);
                }
            });
            var best = pairs.entrySet().stream()
                    .min(Map.Entry.<BytePairs.Pair, Integer>comparingByValue()
                            .reversed()
                            .thenComparing(Map.Entry.comparingByKey()))
                    .orElseThrow()
                    .getKey();
            halves.addAll(List.of(best.left(), best.right()));
            var joined = new HashMap<List<String>, Integer>();
            split.forEach((pieces, count) -> {
                BytePairs.join(pieces, best);
                joined.merge(pieces, count, Integer::sum);
            });
            split.clear();
            split.putAll(joined);
        }
        return halves;
    }

    @Test
    void survives_json() throws Exception {
        var json = new ObjectMapper();
        var pairs = BytePairs.learn(WORDS, 20);
        assertThat(json.readValue(json.writeValueAsString(pairs), BytePairs.class))
                .isEqualTo(pairs);
    }
}
