package io.polyphony.backend.dataset.importing;

import io.polyphony.backend.dataset.table.RowSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Counts on which shelves the cells of each column name files. */
final class KeyBallot implements RowSource.RowSink {
    private static final int LONGEST_KEY = 200;
    /** Fewer files of a shelf are chance. */
    private static final int FEWEST_RARE = 3;

    private static final double RARE = 0.02;
    private static final Comparator<Shelf> ORDER = Comparator.comparing(Shelf::pattern);

    private final Shelves shelves;
    private final List<Map<Shelf, Votes>> columns;
    private final long[] endings;
    private long rows;

    KeyBallot(int columns, Shelves shelves) {
        this.shelves = shelves;
        this.columns = Stream.generate(() -> (Map<Shelf, Votes>) new HashMap<Shelf, Votes>())
                .limit(columns)
                .toList();
        this.endings = new long[columns];
    }

    /**
     * A column, and the shelves of the files that it names.
     *
     * @param rare those of which too few rows have a file
     */
    record Winner(int column, List<Shelf> shelves, List<Shelf> rare) {}

    private static final class Votes {
        private final Set<String> paths = new HashSet<>();
        private long cells;
    }

    @Override
    public void row(long row, @Nullable String[] cells) {
        rows++;
        for (int i = 0; i < cells.length; i++) {
            var cell = cells[i];
            if (cell != null && cell.length() <= LONGEST_KEY) {
                endings[i] += Shelf.holds(cell) ? 1 : 0;
                count(columns.get(i), cell);
            }
        }
    }

    private void count(Map<Shelf, Votes> column, String cell) {
        for (var placed : shelves.of(cell)) {
            var votes = column.computeIfAbsent(placed.shelf(), _ -> new Votes());
            votes.cells++;
            if (placed.path() != null) {
                votes.paths.add(placed.path());
            }
        }
    }

    /**
     * The column whose cells name the most files; none where a column names files with their endings, and where whole names of one
     * kind of files are all that one does, which needs no column of its own.
     *
     * @param folder of the table: files below it come before others
     * @param recordings whether rows may name tables besides
     */
    Optional<Winner> winner(String folder, boolean recordings) {
        for (long named : endings) {
            if (2 * named > rows) {
                return Optional.empty();
            }
        }
        var winners = new ArrayList<Winner>();
        for (int i = 0; i < columns.size(); i++) {
            var taken = taken(columns.get(i), folder);
            winners.add(new Winner(i, taken, rare(columns.get(i), taken)));
        }
        return winners.stream()
                .filter(winner -> winner.shelves.size() > 1
                        || winner.shelves.stream().anyMatch(shelf -> recordings || shelf.hasAffix()))
                .max(Comparator.comparingLong(this::cells).thenComparing(winner -> -winner.column));
    }

    private long cells(Winner winner) {
        return columns.get(winner.column).entrySet().stream()
                .filter(votes -> winner.shelves.contains(votes.getKey()))
                .mapToLong(votes -> votes.getValue().cells)
                .sum();
    }

    private List<Shelf> taken(Map<Shelf, Votes> column, String folder) {
        var meant = column.entrySet().stream()
                .filter(votes -> isMeant(votes.getKey(), votes.getValue()))
                .map(Map.Entry::getKey)
                .sorted(ORDER)
                .toList();
        var near = meant.stream()
                .filter(shelf -> shelf.folder().startsWith(folder))
                .toList();
        return near.isEmpty() ? meant : near;
    }

    /** Shelves beside the taken ones, named like them, that some rows have a file on. */
    private List<Shelf> rare(Map<Shelf, Votes> column, List<Shelf> taken) {
        return column.entrySet().stream()
                .filter(votes -> votes.getValue().paths.size() >= Math.max(FEWEST_RARE, RARE * rows)
                        && taken.stream()
                                .anyMatch(shelf ->
                                        shelf.before().equals(votes.getKey().before()))
                        && !isMeant(votes.getKey(), votes.getValue()))
                .map(Map.Entry::getKey)
                .sorted(ORDER)
                .toList();
    }

    /** Half of the rows have a file there, and more than by chance, as the classes 0 to 9 would among the files 0 to 999. */
    private boolean isMeant(Shelf shelf, Votes votes) {
        return 2 * votes.cells >= rows
                && (2L * votes.paths.size() >= votes.cells || 2L * votes.paths.size() >= shelves.size(shelf));
    }
}
