package io.polyphony.engine.data;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tokens of text columns: words, or their pieces, each word split once. Not for use by several threads. */
final class TokenTexts {
    private final TextColumns texts;
    private final @Nullable BytePairs pairs;
    private final Map<String, List<String>> known = new HashMap<>();

    TokenTexts(TextColumns texts, @Nullable BytePairs pairs) {
        this.texts = texts;
        this.pairs = pairs;
    }

    /** Tokens per column of a row; a missing cell has none. */
    List<List<String>> tokens(Table table, int row) {
        var words = texts.tokens(table, row);
        return pairs == null
                ? words
                : words.stream().map(part -> pieces(part, pairs)).toList();
    }

    /** How often each token occurs in these rows. */
    Map<String, Integer> counts(Table table, int[] rows) {
        var counts = new HashMap<String, Integer>();
        for (var row : rows) {
            tokens(table, row).forEach(part -> part.forEach(token -> counts.merge(token, 1, Integer::sum)));
        }
        return counts;
    }

    private List<String> pieces(List<String> words, BytePairs of) {
        return words.stream()
                .flatMap(word -> known.computeIfAbsent(word, of::split).stream())
                .toList();
    }
}
