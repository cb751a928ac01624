package io.polyphony.backend.dataset.table;

import java.util.List;

/** What people and programs write above a table: a title, a date, lines of comments that begin with #. */
final class Preamble {
    private static final int MOST = 30;
    /** So many records below must be as wide as the first of them. */
    private static final double AGREEING = 0.9;
    /** Spreadsheets pad titles with blank cells; in a narrower table, such a record may be its header. */
    private static final int WIDE = 3;

    private Preamble() {}

    /** How many of the first records are none of the table's; 0 unless there is a table below. */
    static int records(List<List<String>> records) {
        int width = records.isEmpty() ? 0 : records.getLast().size();
        int first = 0;
        while (first < Math.min(MOST, records.size()) && isAbove(records.get(first), width)) {
            first++;
        }
        return isTable(records.subList(first, records.size())) ? first : 0;
    }

    private static boolean isAbove(List<String> record, int width) {
        if (record.size() != width) {
            return record.size() == 1 || record.getFirst().stripLeading().startsWith("#");
        }
        var said = record.stream().filter(cell -> !cell.isBlank()).toList();
        return width >= WIDE
                && (said.isEmpty()
                        || said.size() == 1
                                && !record.getFirst().isBlank()
                                && Double.isNaN(Numbers.parse(said.getFirst())));
    }

    private static boolean isTable(List<List<String>> table) {
        if (table.size() < 2 || table.getFirst().size() < 2) {
            return false;
        }
        int width = table.getFirst().size();
        long blank = table.getFirst().stream().filter(String::isBlank).count();
        return blank <= 1
                && table.stream().filter(record -> record.size() == width).count() >= AGREEING * table.size();
    }
}
