package io.polyphony.backend.dataset.table;

import io.polyphony.backend.dataset.SplitPart;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the path of a table says of its place in a larger one: {@code train.csv}, {@code test/labels.csv},
 * {@code train-00000-of-00002.parquet}, {@code part-00000.csv}.
 *
 * @param rest the path without what tells it from the others
 * @param word the word for its part of the split; empty if there is none
 * @param piece whether it says that there are more pieces of its kind
 */
public record PartName(String rest, String word, boolean piece) {
    private static final Pattern ENDING = Pattern.compile("(\\.[A-Za-z]\\w*)+$");
    private static final Pattern PIECE =
            Pattern.compile("(?<![A-Za-z0-9])(\\d+[-_]of[-_]\\d+|part[-_]?\\d+)([-_.][^/]*)?$");
    private static final Pattern EDGE = Pattern.compile("[-_. ]+(?=/|$)|(?<=^|/)[-_. ]+");
    private static final Pattern WORD = Pattern.compile("[A-Z]?[a-z]+|[A-Z]+");

    /** Paths in the order in which people read them: train, validation, test, and pieces by their numbers. */
    public static List<String> ordered(Collection<String> paths) {
        return paths.stream()
                .sorted(Comparator.comparing(
                                (String path) -> SplitPart.of(of(path).word).orElse(SplitPart.TRAIN))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** The names of tables all of which are parts of one; empty where their names do not say so. */
    public static Optional<List<PartName>> of(Collection<String> paths) {
        var names = paths.stream().map(PartName::of).toList();
        boolean alike = names.stream().map(PartName::rest).distinct().count() == 1;
        boolean told = names.stream().allMatch(name -> name.piece || !name.word.isEmpty());
        var alone = names.stream().filter(name -> !name.piece).toList();
        boolean apart = alone.stream().map(PartName::word).distinct().count() == alone.size()
                && names.stream()
                        .filter(PartName::piece)
                        .noneMatch(piece -> words(alone).contains(piece.word));
        return names.size() > 1 && alike && told && apart ? Optional.of(names) : Optional.empty();
    }

    private static Set<String> words(List<PartName> names) {
        return names.stream().map(PartName::word).collect(Collectors.toSet());
    }

    /** What one path says. */
    public static PartName of(String path) {
        var stem = ENDING.matcher(path).replaceFirst("");
        var piece = PIECE.matcher(stem);
        boolean pieces = piece.find();
        var whole = pieces ? stem.substring(0, piece.start()) : stem;
        var words = WORD.matcher(whole)
                .results()
                .map(MatchResult::group)
                .filter(word -> SplitPart.of(word).isPresent())
                .map(word -> word.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
        return words.size() == 1
                ? new PartName(edged(WORD.matcher(whole).replaceAll(PartName::without)), words.getFirst(), pieces)
                : new PartName(edged(whole), "", pieces);
    }

    private static String edged(String rest) {
        return EDGE.matcher(rest).replaceAll("");
    }

    private static String without(MatchResult word) {
        return SplitPart.of(word.group()).isPresent() ? "" : word.group();
    }
}
