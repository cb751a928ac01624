package io.polyphony.engine.data;

import static io.polyphony.engine.data.InputLayout.TOKENS;
import static io.polyphony.engine.data.InputLayout.WEIGHTS;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Text as token codes: 0 is padding, then one marker per column (when there are several), then the vocabulary, then hash buckets that all other words share.
 * Weights add up to 1 and every column that is there has the same share, so that the weighted sum of embeddings is a mean in which a short title counts as much
 * as a long text.
 */
record TokenFeaturizer(
        String input,
        List<String> columns,
        List<String> spelled,
        @Nullable BytePairs pairs,
        Vocabulary vocabulary,
        int buckets,
        int length)
        implements Featurizer {

    /** A word that train rows hold once teaches its bucket rather than itself. */
    private static final int LEAST_COUNT = 2;

    private static final int WORDS_PER_BUCKET = 50;

    /** Of a cell that is spelled, where it begins and ends. */
    private static final String SHOWN_EDGE = "|";

    TokenFeaturizer {
        spelled = new TextColumns(columns, spelled).spelled();
    }

    static TokenFeaturizer fit(TokenFeatures spec, Table table, InputSpec input, int[] trainRows) {
        var columns = TextColumns.fit(table, input.columns(), trainRows);
        var words = new TokenTexts(columns, null);
        var pairs = spec.pieces() ? BytePairs.learn(words.counts(table, trainRows), spec.vocabulary()) : null;
        var texts = new TokenTexts(columns, pairs);
        var counts = texts.counts(table, trainRows);
        var longest = Arrays.stream(trainRows)
                .map(row -> length(texts.tokens(table, row)))
                .reduce(1, Math::max);
        var vocabulary = Vocabulary.of(counts, spec.vocabulary(), LEAST_COUNT);
        var buckets = Math.max(8, vocabulary.size() / WORDS_PER_BUCKET);
        return new TokenFeaturizer(
                input.name(),
                input.columns(),
                columns.spelled(),
                pairs,
                vocabulary,
                buckets,
                Math.min(spec.maxLength(), longest));
    }

    @Override
    public InputLayout layout() {
        var blocks = new LinkedHashMap<String, BlockLayout>();
        blocks.put(TOKENS, BlockLayout.codes(length, 1 + markers() + vocabulary.size() + buckets));
        blocks.put(WEIGHTS, BlockLayout.dense(length));
        return new InputLayout(input, Modality.TEXT, blocks);
    }

    @Override
    public InputFeatures apply(Table table, int[] rows) {
        var texts = texts();
        var codes = new int[Math.multiplyExact(rows.length, length)];
        var weights = new float[codes.length];
        var present = new boolean[rows.length];
        for (var i = 0; i < rows.length; i++) {
            var tokens = texts.tokens(table, rows[i]);
            var there = tokens.stream().filter(part -> !part.isEmpty()).count();
            present[i] = there > 0;
            write(tokens, codes, weights, i * length, 1f / Math.max(1, there));
        }
        var blocks = new LinkedHashMap<String, Block>();
        blocks.put(TOKENS, new Block.Codes(new int[] {length}, codes));
        blocks.put(WEIGHTS, new Block.Dense(new int[] {length}, weights));
        return new InputFeatures(input, rows.length, blocks, present);
    }

    @Override
    public Reading reading(Table table, int row) {
        var words = new ArrayList<Reading.Word>();
        var tokens = texts().tokens(table, row);
        for (var column = 0; column < tokens.size(); column++) {
            var name = columns.get(column);
            if (markers() > 0 && !tokens.get(column).isEmpty()) {
                words.add(new Reading.Word(name, ""));
            }
            tokens.get(column)
                    .forEach(token -> words.add(new Reading.Word(name, token.isBlank() ? SHOWN_EDGE : token.strip())));
        }
        return new Reading.Words(words.subList(0, Math.min(length, words.size())));
    }

    private TokenTexts texts() {
        return new TokenTexts(new TextColumns(columns, spelled), pairs);
    }

    private void write(List<List<String>> tokens, int[] codes, float[] weights, int start, float share) {
        var next = start;
        for (var column = 0; column < tokens.size() && next < start + length; column++) {
            var first = next;
            var part = tokens.get(column);
            if (markers() > 0 && !part.isEmpty()) {
                codes[next++] = 1 + column;
            }
            for (var i = 0; i < part.size() && next < start + length; i++) {
                codes[next++] = code(part.get(i));
            }
            Arrays.fill(weights, first, next, share / Math.max(1, next - first));
        }
    }

    private int code(String token) {
        var known = vocabulary.code(token);
        return markers()
                + (known > 0 ? known : 1 + vocabulary.size() + Math.floorMod(TextColumns.hash(token), buckets));
    }

    private int markers() {
        return columns.size() > 1 ? columns.size() : 0;
    }

    private static int length(List<List<String>> tokens) {
        return tokens.stream()
                .mapToInt(part -> part.isEmpty() ? 0 : part.size() + (tokens.size() > 1 ? 1 : 0))
                .sum();
    }
}
