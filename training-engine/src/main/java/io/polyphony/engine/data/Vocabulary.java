package io.polyphony.engine.data;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Words with codes from 1 on, most frequent first; code 0 is every other word. */
final class Vocabulary {

    private final List<String> words;
    private final Map<String, Integer> codes = new HashMap<>();

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    Vocabulary(List<String> words) {
        this.words = List.copyOf(words);
        this.words.forEach(word -> codes.put(word, codes.size() + 1));
    }

    /** The most frequent words among those counted often enough; equally frequent ones in the order of their characters. */
    static Vocabulary of(Map<String, Integer> counts, int most, int leastCount) {
        return new Vocabulary(counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= leastCount)
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(most)
                .map(Map.Entry::getKey)
                .toList());
    }

    int code(String word) {
        return codes.getOrDefault(word, 0);
    }

    int size() {
        return words.size();
    }

    @JsonValue
    List<String> words() {
        return words;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Vocabulary that && words.equals(that.words);
    }

    @Override
    public int hashCode() {
        return words.hashCode();
    }
}
