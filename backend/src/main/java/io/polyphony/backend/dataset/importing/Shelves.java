package io.polyphony.backend.dataset.importing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files of an archive by the words in their names that rows may name them by: all of {@code images/img_0007.png}, {@code 0007},
 * {@code 7}, {@code img}, each on the shelf of the files that share the rest.
 */
final class Shelves {
    /** Shelves of a smaller share of all files hold no column. */
    private static final double SMALLEST = 0.05;
    /** Of more files, only whole names are looked at. */
    private static final int MOST_TAKEN_APART = 100_000;

    /** A file, on one of its shelves; null where two of them have the same word. */
    record Placed(Shelf shelf, @Nullable String path) {}

    private final Map<String, List<Placed>> byWord = new HashMap<>();
    private final Map<Shelf, Integer> sizes = new HashMap<>();

    /** @param paths of files that rows may name */
    Shelves(Collection<String> paths) {
        boolean apart = paths.size() <= MOST_TAKEN_APART;
        paths.forEach(path -> spans(path, apart, (shelf, word) -> sizes.merge(shelf, 1, Integer::sum)));
        sizes.values().removeIf(size -> size < 2 || size < SMALLEST * paths.size());
        paths.forEach(path -> spans(path, apart, (shelf, word) -> place(shelf, word, path)));
    }

    private void place(Shelf shelf, String word, String path) {
        if (sizes.containsKey(shelf)) {
            var placed = byWord.computeIfAbsent(word, _ -> new ArrayList<>(1));
            boolean twice = placed.removeIf(other -> other.shelf.equals(shelf));
            placed.add(new Placed(shelf, twice ? null : path));
        }
    }

    /** The files that a cell names, each on another shelf. */
    List<Placed> of(String cell) {
        return byWord.getOrDefault(word(cell), List.of());
    }

    /** How many files a shelf has. */
    int size(Shelf shelf) {
        return sizes.getOrDefault(shelf, 0);
    }

    /** Case and zeros before a number say nothing. */
    private static String word(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replaceFirst("^0+(?=\\d+$)", "");
    }

    private static void spans(String path, boolean apart, BiConsumer<Shelf, String> taker) {
        int name = path.lastIndexOf('/') + 1;
        int dot = path.lastIndexOf('.');
        var stem = path.substring(name, dot);
        var kind = Shelf.kind(path);
        var edges = apart ? Edges.of(stem) : Edges.whole(stem);
        for (int from : edges.starts) {
            for (int to : edges.ends) {
                if (to > from) {
                    var shelf = new Shelf(path.substring(0, name), stem.substring(0, from), stem.substring(to), kind);
                    taker.accept(shelf, word(stem.substring(from, to)));
                }
            }
        }
    }

    /** Where the words of a name may begin and end. */
    private record Edges(List<Integer> starts, List<Integer> ends) {
        /** A name of more words is a code, to be taken whole. */
        private static final int MOST = 16;

        static Edges whole(String stem) {
            return new Edges(List.of(0), List.of(stem.length()));
        }

        /** At both ends, beside what is no letter and no digit, and between letters and digits, unless these alternate. */
        static Edges of(String stem) {
            var back = new StringBuilder(stem).reverse().toString();
            return Stream.of(true, false)
                    .map(digits -> new Edges(
                            edges(stem, i -> i == 0 || begins(stem, i, digits)),
                            edges(stem, i -> i == stem.length() || begins(back, stem.length() - i, digits))))
                    .filter(edges -> edges.starts.size() * edges.ends.size() <= MOST)
                    .findFirst()
                    .orElse(whole(stem));
        }

        private static List<Integer> edges(String stem, IntPredicate edge) {
            return IntStream.rangeClosed(0, stem.length()).filter(edge).boxed().toList();
        }

        private static boolean begins(String stem, int at, boolean digits) {
            if (at >= stem.length() || at == 0 || !Character.isLetterOrDigit(stem.charAt(at))) {
                return false;
            }
            char before = stem.charAt(at - 1);
            return !Character.isLetterOrDigit(before)
                    || digits && Character.isDigit(before) != Character.isDigit(stem.charAt(at));
        }
    }
}
