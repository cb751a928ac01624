package io.polyphony.backend.dataset.importing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The files of an archive by the words in their names that rows may name them by: all of {@code images/img_0007.png}, {@code 0007},
 * {@code 7}, {@code img}, each on the shelf of the files that share the rest.
 */
final class Shelves {
    /** Shelves of a smaller share of all files hold no column. */
    private static final double SMALLEST = 0.05;
    /** Of more files, only whole names are looked at. */
    private static final int MOST_TAKEN_APART = 200_000;

    private static final int MOST_SPANS = 40;

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
        var starts = apart ? edges(stem, true) : new TreeSet<>(List.of(0));
        var ends = apart ? edges(stem, false) : new TreeSet<>(List.of(stem.length()));
        boolean many = starts.size() * ends.size() > MOST_SPANS;
        for (int from : starts) {
            for (int to : ends) {
                if (to > from && (!many || from == 0 || to == stem.length())) {
                    var shelf = new Shelf(
                            path.substring(0, name), stem.substring(0, from), stem.substring(to), path.substring(dot));
                    taker.accept(shelf, word(stem.substring(from, to)));
                }
            }
        }
    }

    /** Where words may begin, or end: at both ends, beside what is no letter and no digit, and between letters and digits. */
    private static TreeSet<Integer> edges(String stem, boolean starts) {
        var edges = new TreeSet<>(List.of(starts ? 0 : stem.length()));
        for (int i = 1; i < stem.length(); i++) {
            char left = stem.charAt(i - 1);
            char right = stem.charAt(i);
            boolean inside = Character.isLetterOrDigit(starts ? right : left);
            if (inside
                    && (!Character.isLetterOrDigit(starts ? left : right)
                            || Character.isDigit(left) != Character.isDigit(right))) {
                edges.add(i);
            }
        }
        return edges;
    }
}
