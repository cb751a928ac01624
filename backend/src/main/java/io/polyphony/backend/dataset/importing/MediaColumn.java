package io.polyphony.backend.dataset.importing;

import io.polyphony.backend.common.FieldProblem;
import io.polyphony.backend.dataset.MediaRow;
import io.polyphony.backend.dataset.MediaStats;
import io.polyphony.backend.dataset.Problems;
import io.polyphony.backend.dataset.archive.EntryName;
import io.polyphony.backend.dataset.archive.MediaFiles;
import io.polyphony.backend.dataset.importing.MediaImport.Reference;
import io.polyphony.backend.dataset.media.Levels;
import io.polyphony.backend.dataset.profile.ColumnProfiler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * A column whose cells name files of the archive.
 *
 * @param position of the column
 * @param references its files, each once
 */
record MediaColumn(int position, List<Reference> references) {

    /**
     * Finds those columns. One whose names are all unknown counts as plain text if another column does name files (it may
     * speak of files elsewhere); if no column does, its names are reported, as are single unknown ones.
     */
    static List<MediaColumn> find(TableScan scan, MediaFiles files, Problems problems) {
        var found = new ArrayList<MediaColumn>();
        var unknown = new ArrayList<List<FieldProblem>>();
        for (var i = 0; i < scan.profilers().size(); i++) {
            if (scan.profilers().get(i).fileKind().isPresent()) {
                var missing = new ArrayList<FieldProblem>();
                var references = references(scan, i, files, missing);
                if (references.isEmpty()) {
                    unknown.add(missing);
                } else {
                    missing.forEach(problems::add);
                    found.add(new MediaColumn(i, references));
                }
            }
        }
        if (found.isEmpty()) {
            unknown.forEach(column -> column.forEach(problems::add));
        }
        return found;
    }

    private static List<Reference> references(
            TableScan scan, int position, MediaFiles files, List<FieldProblem> missing) {
        var table = scan.table().name();
        var column = scan.table().columns().get(position);
        ColumnProfiler cells = scan.profilers().get(position);
        var kind = cells.fileKind().orElseThrow();
        var references = new ArrayList<Reference>();
        cells.files()
                .forEach((cell, row) -> files.find(cell)
                        .ifPresentOrElse(
                                path -> references.add(new Reference(cell, path, kind, table, row, column)),
                                () -> missing.add(FieldProblem.in(table, row, column, unknown(cell)))));
        return references;
    }

    /** Why a cell names no file of the archive, and a cure. */
    static String unknown(String cell) {
        if (EntryName.isAddress(cell)) {
            return "The cell (%s) is an address, but nothing is fetched from elsewhere.\nMaybe put the files into the ZIP and write their names there into the column."
                    .formatted(cell);
        }
        return EntryName.fault(EntryName.normalised(cell))
                .map(why -> "The name (%s) is refused because %s.\nMaybe write the path as it is within the archive."
                        .formatted(cell, why))
                .orElse(
                        "The archive has no file (%s), or several that may be meant.\nMaybe the file was not packed; else write its path as it is within the archive."
                                .formatted(cell));
    }

    /**
     * The figures of this column's files.
     *
     * @param files who looked at them
     */
    MediaStats stats(Map<String, MediaRow> rows, MediaImport files) {
        var mine = new LinkedHashSet<MediaRow>();
        references.forEach(r -> mine.add(Objects.requireNonNull(rows.get(r.cell()))));
        var widths = mine.stream().mapToInt(MediaRow::width).summaryStatistics();
        var heights = mine.stream().mapToInt(MediaRow::height).summaryStatistics();
        var seconds = mine.stream().mapToDouble(MediaRow::seconds).summaryStatistics();
        var rates = mine.stream().mapToInt(MediaRow::sampleRate).summaryStatistics();
        return new MediaStats(
                mine.size(),
                widths.getMin(),
                widths.getMax(),
                heights.getMin(),
                heights.getMax(),
                seconds.getMin(),
                seconds.getMax(),
                seconds.getAverage(),
                rates.getMin(),
                rates.getMax(),
                together(files::levels),
                references.stream()
                        .mapToInt(reference -> files.channels(reference.cell()))
                        .max()
                        .orElse(0));
    }

    /** How many levels all images have together; 0 where that is no mask. */
    private int together(Function<String, int[]> levels) {
        var all = new HashSet<Integer>();
        for (var reference : references) {
            var found = levels.apply(reference.cell());
            Arrays.stream(found).forEach(all::add);
            if (found.length == 0 || all.size() > Levels.MOST) {
                return 0;
            }
        }
        return all.size();
    }
}
