package io.polyphony.backend.dataset.importing;

import io.polyphony.backend.common.FieldProblem;
import io.polyphony.backend.dataset.ImportRefused;
import io.polyphony.backend.dataset.Problems;
import io.polyphony.backend.dataset.table.FileSource;
import io.polyphony.backend.dataset.table.Numbers;
import io.polyphony.backend.dataset.table.TableFormats;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A file of an archive that is one recording: a table with a row per step of time and a series per column.
 *
 * @param columns of the file
 * @param series the numbers of each column in a cell, one after the other; null where any of its cells is none
 */
record SeriesFile(List<String> columns, List<@Nullable String> series) {

    /** @throws ImportRefused when it is no table, or a damaged one */
    static SeriesFile read(FileSource file) throws IOException {
        var table = TableFormats.open(file);
        int width = table.columns().size();
        var lists = IntStream.range(0, width).mapToObj(_ -> new StringBuilder()).toList();
        var others = new boolean[width];
        var problems = new Problems();
        table.forEach(
                (row, cells) -> {
                    for (int i = 0; i < width; i++) {
                        others[i] |= !append(cells[i], lists.get(i));
                    }
                },
                problems);
        problems.refuseIfAny();
        var series = new ArrayList<@Nullable String>();
        for (int i = 0; i < width; i++) {
            series.add(others[i] ? null : lists.get(i).toString());
        }
        return new SeriesFile(table.columns(), series);
    }

    private static boolean append(@Nullable String cell, StringBuilder list) {
        boolean missing = cell == null || Numbers.isMissingNumber(cell);
        var number = missing || !Double.isFinite(Numbers.parse(cell)) ? null : cell;
        list.append(list.isEmpty() ? "" : " ").append(number == null ? "nan" : number.strip());
        return missing || number != null;
    }

    /** The columns that are numbers from top to bottom. */
    int[] numeric() {
        return IntStream.range(0, series.size())
                .filter(i -> series.get(i) != null)
                .toArray();
    }

    /**
     * Those columns of it.
     *
     * @throws ImportRefused when it has other columns than the file that they were found in, or words in them
     */
    List<String> of(String name, List<String> like, int... wanted) {
        if (!columns.equals(like)) {
            throw refused(
                    name,
                    null,
                    "The file has the columns %s, others of the archive have %s.\nMaybe it is no recording, or lacks its header."
                            .formatted(columns, like));
        }
        var lists = new ArrayList<String>();
        for (int place : wanted) {
            var list = series.get(place);
            if (list == null) {
                throw refused(
                        name,
                        columns.get(place),
                        "The column holds something else than numbers, which it does not in other files of the archive.\nMaybe write what is not known as nan.");
            }
            lists.add(list);
        }
        return lists;
    }

    private static ImportRefused refused(String name, @Nullable String column, String detail) {
        return new ImportRefused(FieldProblem.in(name, null, column, detail));
    }
}
