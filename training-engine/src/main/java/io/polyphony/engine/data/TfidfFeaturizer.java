package io.polyphony.engine.data;

import static io.polyphony.engine.data.InputLayout.TOKENS;
import static io.polyphony.engine.data.InputLayout.WEIGHTS;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Text as a bag of hashed n-grams. A term's weight is (1 + ln tf) (1 + ln((1 + n) / (1 + df))), and each column's weights have length 1 (as scikit-learn's
 * {@code TfidfVectorizer(sublinear_tf=True)} per column). Terms that train rows lack have no code: they would have nothing to say.
 *
 * @param terms hashes of the known terms, ascending; the code of a term is its position here plus one
 * @param idf by that position
 */
record TfidfFeaturizer(
        String input, List<String> columns, List<String> spelled, int ngrams, int length, int[] terms, float[] idf)
        implements Featurizer {

    /** With many rows, a term of a single one can only be learnt by heart. */
    private static final int MANY_ROWS = 100;

    /** Characters say less than words, so that more of them make a term. */
    private static final int MORE_CHARACTERS = 2;

    TfidfFeaturizer {
        spelled = new TextColumns(columns, spelled).spelled();
    }

    private record Term(int code, double weight) {}

    static TfidfFeaturizer fit(TfidfFeatures spec, Table table, InputSpec input, int[] trainRows) {
        var texts = TextColumns.fit(table, input.columns(), trainRows);
        var rowsWith = new TreeMap<Integer, Integer>();
        for (var row : trainRows) {
            for (var part : counts(texts, texts.tokens(table, row), spec.ngrams())) {
                part.keySet().forEach(term -> rowsWith.merge(term, 1, Integer::sum));
            }
        }
        var terms = frequent(rowsWith, spec.buckets(), trainRows.length < MANY_ROWS ? 1 : 2);
        var idf = new float[terms.length];
        for (var i = 0; i < terms.length; i++) {
            idf[i] = (float) (1 + Math.log((1.0 + trainRows.length) / (1.0 + rowsWith.getOrDefault(terms[i], 0))));
        }
        var unlimited = new TfidfFeaturizer(
                input.name(), input.columns(), texts.spelled(), spec.ngrams(), spec.maxTerms(), terms, idf);
        return unlimited.withLength(Math.min(spec.maxTerms(), unlimited.longest(table, trainRows)));
    }

    private static int[] frequent(Map<Integer, Integer> rowsWith, int most, int least) {
        return rowsWith.entrySet().stream()
                .filter(entry -> entry.getValue() >= least)
                .sorted(Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(most)
                .mapToInt(Map.Entry::getKey)
                .sorted()
                .toArray();
    }

    @Override
    public InputLayout layout() {
        var blocks = new LinkedHashMap<String, BlockLayout>();
        blocks.put(TOKENS, BlockLayout.codes(length, 1 + terms.length));
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
            present[i] = tokens.stream().anyMatch(part -> !part.isEmpty());
            write(weighted(tokens), codes, weights, i * length);
        }
        var blocks = new LinkedHashMap<String, Block>();
        blocks.put(TOKENS, new Block.Codes(new int[] {length}, codes));
        blocks.put(WEIGHTS, new Block.Dense(new int[] {length}, weights));
        return new InputFeatures(input, rows.length, blocks, present);
    }

    @Override
    public Reading reading(Table table, int row) {
        var tokens = texts().tokens(table, row);
        var words = new HashMap<Integer, Reading.Word>();
        for (var column = 0; column < tokens.size(); column++) {
            for (var gram : grams(texts(), column, tokens.get(column), ngrams)) {
                words.putIfAbsent(
                        1 + Arrays.binarySearch(terms, hash(column, gram)),
                        new Reading.Word(columns.get(column), gram));
            }
        }
        return new Reading.Words(weighted(tokens).stream()
                .limit(length)
                .map(term -> Objects.requireNonNull(words.get(term.code())))
                .toList());
    }

    private void write(List<Term> row, int[] codes, float[] weights, int start) {
        for (var i = 0; i < Math.min(length, row.size()); i++) {
            codes[start + i] = row.get(i).code();
            weights[start + i] = (float) row.get(i).weight();
        }
    }

    /** The known terms of a row, heaviest first. */
    private List<Term> weighted(List<List<String>> tokens) {
        var row = new ArrayList<Term>();
        for (var part : counts(texts(), tokens, ngrams)) {
            var known = new ArrayList<Term>();
            part.forEach((term, count) -> {
                var position = Arrays.binarySearch(terms, term);
                if (position >= 0) {
                    known.add(new Term(1 + position, (1 + Math.log(count)) * idf[position]));
                }
            });
            var norm = Math.sqrt(known.stream()
                    .mapToDouble(term -> term.weight() * term.weight())
                    .sum());
            known.forEach(term -> row.add(new Term(term.code(), term.weight() / norm)));
        }
        row.sort(Comparator.comparingDouble(Term::weight).reversed().thenComparingInt(Term::code));
        return row;
    }

    private int longest(Table table, int[] rows) {
        var texts = texts();
        return Arrays.stream(rows)
                .map(row -> weighted(texts.tokens(table, row)).size())
                .reduce(1, Math::max);
    }

    private TfidfFeaturizer withLength(int newLength) {
        return new TfidfFeaturizer(input, columns, spelled, ngrams, newLength, terms, idf);
    }

    private TextColumns texts() {
        return new TextColumns(columns, spelled);
    }

    /** Per column, how often each term occurs; the same words in another column are another term. */
    private static List<Map<Integer, Integer>> counts(TextColumns texts, List<List<String>> tokens, int ngrams) {
        var counts = new ArrayList<Map<Integer, Integer>>();
        for (var column = 0; column < tokens.size(); column++) {
            var found = new TreeMap<Integer, Integer>();
            for (var gram : grams(texts, column, tokens.get(column), ngrams)) {
                found.merge(hash(column, gram), 1, Integer::sum);
            }
            counts.add(found);
        }
        return counts;
    }

    private static List<String> grams(TextColumns texts, int column, List<String> tokens, int ngrams) {
        var grams = new ArrayList<String>();
        var spelled = texts.isSpelled(column);
        for (var n = 1; n <= (spelled ? ngrams + MORE_CHARACTERS : ngrams); n++) {
            for (var i = 0; i + n <= tokens.size(); i++) {
                grams.add(String.join(spelled ? "" : " ", tokens.subList(i, i + n)));
            }
        }
        return grams;
    }

    private static int hash(int column, String gram) {
        return TextColumns.hash(column + "\u0000" + gram);
    }
}
