package io.polyphony.examples;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A plain text table whose columns are as wide as their widest cell; numbers stand on the right. */
record TextTable(List<String> header, List<List<String>> rows) {

    void print(PrintStream out) {
        var widths = IntStream.range(0, header.size()).map(this::width).toArray();
        out.println(line(header, widths));
        out.println("-".repeat(IntStream.of(widths).sum() + 2 * (widths.length - 1)));
        rows.forEach(row -> out.println(line(row, widths)));
    }

    private int width(int column) {
        return Math.max(
                header.get(column).length(),
                rows.stream().mapToInt(r -> r.get(column).length()).max().orElse(0));
    }

    private static String line(List<String> cells, int[] widths) {
        var padded = new ArrayList<String>();
        for (int i = 0; i < widths.length; i++) {
            var cell = cells.get(i);
            var gap = " ".repeat(widths[i] - cell.length());
            padded.add(isNumber(cell) ? gap + cell : cell + gap);
        }
        return String.join("  ", padded).stripTrailing();
    }

    private static boolean isNumber(String cell) {
        return cell.matches("[*]?-?[0-9.]+[*]?");
    }
}
