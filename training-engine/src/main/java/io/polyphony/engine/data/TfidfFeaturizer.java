package io.polyphony.engine.data;

import static io.polyphony.engine.data.InputLayout.TOKENS;
import static io.polyphony.engine.data.InputLayout.WEIGHTS;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Text as a bag of hashed n-grams. A term's weight is (1 + ln tf) (1 + ln((1 + n) / (1 + df))), the row's weights have length 1 (as scikit-learn's
 * {@code TfidfVectorizer(sublinear_tf=True)}). Only buckets that train rows used get a code: no other has anything to say.
 *
 * @param used hash buckets in use, ascending; the code of a bucket is its position here plus one
 * @param idf by that position
 */
record TfidfFeaturizer(String input, List<String> columns, int buckets, int ngrams, int length, int[] used, float[] idf)
        implements Featurizer {

    /** With many rows, a term of a single one can only be learnt by heart. */
    private static final int MANY_ROWS = 100;

    private record Term(int code, float weight) {}

    static TfidfFeaturizer fit(TfidfFeatures spec, Table table, InputSpec input, int[] trainRows) {
        var texts = new TextColumns(input.columns());
        var rowsWith = new int[spec.buckets()];
        for (var row : trainRows) {
            counts(texts.tokens(table, row), spec.ngrams(), spec.buckets())
                    .keySet()
                    .forEach(bucket -> rowsWith[bucket]++);
        }
        var least = trainRows.length < MANY_ROWS ? 1 : 2;
        var used = IntStream.range(0, rowsWith.length)
                .filter(bucket -> rowsWith[bucket] >= least)
                .toArray();
        var idf = new float[used.length];
        for (var i = 0; i < used.length; i++) {
            idf[i] = (float) (1 + Math.log((1.0 + trainRows.length) / (1.0 + rowsWith[used[i]])));
        }
        var unlimited = new TfidfFeaturizer(
                input.name(), input.columns(), spec.buckets(), spec.ngrams(), spec.maxTerms(), used, idf);
        return unlimited.withLength(Math.min(spec.maxTerms(), unlimited.longest(table, trainRows)));
    }

    @Override
    public InputLayout layout() {
        var blocks = new LinkedHashMap<String, BlockLayout>();
        blocks.put(TOKENS, BlockLayout.codes(length, 1 + used.length));
        blocks.put(WEIGHTS, BlockLayout.dense(length));
        return new InputLayout(input, Modality.TEXT, blocks);
    }

    @Override
    public InputFeatures apply(Table table, int[] rows) {
        var texts = new TextColumns(columns);
        var codes = new int[Math.multiplyExact(rows.length, length)];
        var weights = new float[codes.length];
        var present = new boolean[rows.length];
        for (var i = 0; i < rows.length; i++) {
            var tokens = texts.tokens(table, rows[i]);
            present[i] = tokens.stream().anyMatch(part -> !part.isEmpty());
            write(terms(tokens), codes, weights, i * length);
        }
        var blocks = new LinkedHashMap<String, Block>();
        blocks.put(TOKENS, new Block.Codes(new int[] {length}, codes));
        blocks.put(WEIGHTS, new Block.Dense(new int[] {length}, weights));
        return new InputFeatures(input, rows.length, blocks, present);
    }

    private void write(List<Term> terms, int[] codes, float[] weights, int start) {
        var kept = terms.subList(0, Math.min(length, terms.size()));
        var norm = Math.sqrt(kept.stream()
                .mapToDouble(term -> term.weight() * (double) term.weight())
                .sum());
        for (var i = 0; i < kept.size(); i++) {
            codes[start + i] = kept.get(i).code();
            weights[start + i] = (float) (kept.get(i).weight() / norm);
        }
    }

    /** The known terms of a row, heaviest first. */
    private List<Term> terms(List<List<String>> tokens) {
        return counts(tokens, ngrams, buckets).entrySet().stream()
                .filter(entry -> Arrays.binarySearch(used, entry.getKey()) >= 0)
                .map(entry -> term(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingDouble(Term::weight).reversed().thenComparingInt(Term::code))
                .toList();
    }

    private Term term(int bucket, int count) {
        var position = Arrays.binarySearch(used, bucket);
        return new Term(1 + position, (float) ((1 + Math.log(count)) * idf[position]));
    }

    private int longest(Table table, int[] rows) {
        var texts = new TextColumns(columns);
        return Arrays.stream(rows)
                .map(row -> terms(texts.tokens(table, row)).size())
                .reduce(1, Math::max);
    }

    private TfidfFeaturizer withLength(int newLength) {
        return new TfidfFeaturizer(input, columns, buckets, ngrams, newLength, used, idf);
    }

    /** How often each bucket occurs; n-grams never cross the border between two columns. */
    private static Map<Integer, Integer> counts(List<List<String>> tokens, int ngrams, int buckets) {
        var counts = new TreeMap<Integer, Integer>();
        for (var part : tokens) {
            for (var n = 1; n <= ngrams; n++) {
                for (var i = 0; i + n <= part.size(); i++) {
                    var term = String.join(" ", part.subList(i, i + n));
                    counts.merge(TextColumns.hash(term) & (buckets - 1), 1, Integer::sum);
                }
            }
        }
        return counts;
    }
}
