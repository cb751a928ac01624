package io.polyphony.backend.dataset.profile;

import io.polyphony.backend.dataset.MissingWords;
import io.polyphony.backend.dataset.NumberStats;
import io.polyphony.backend.dataset.TextStats;
import io.polyphony.backend.dataset.TextStats.Stray;
import io.polyphony.backend.dataset.media.MediaKind;
import io.polyphony.backend.dataset.table.Numbers;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Watches the cells of one column go by and keeps bounded figures of them. */
public final class ColumnProfiler {
    private static final int COUNTED_VALUES = 5_000;
    private static final int LONGEST_VALUE = 200;
    private static final int TOP = 200;
    private static final int SHOWN = 40;
    private static final int SHORTEST_LIST = 8;
    /** Share of cells that must be numbers for the rest to count as unreadable. */
    private static final double MOSTLY = 0.98;

    /** The same where the rest are a few marks that come again and again, among at least so many different numbers. */
    private static final double MOSTLY_BUT_MARKS = 0.9;

    private static final int MANY_NUMBERS = 20;

    private final DistinctCounter distinct = new DistinctCounter();
    private final Map<String, Long> values = new HashMap<>();
    private final Map<String, Long> missingWords = new LinkedHashMap<>();
    private final boolean writesMissing;
    private final NumberProfile numbers = new NumberProfile();
    private final Map<String, Long> files = new LinkedHashMap<>();
    private final Marks marks = new Marks();
    private final BoxProfile boxes = new BoxProfile();
    private final Notation notation = new Notation();
    private @Nullable MediaKind kind;
    private boolean filesOnly = true;
    private long rows;
    private long missing;
    private long words;
    private int maxWords;
    private long characters;
    private long longValues;
    private long blanks;
    private long lists;
    private long listed;
    private long placeholders;
    /** Numbers of every cell so far; 0 where there are none, or not as many; negative before the first cell. */
    private int vector = -1;

    /** @param writesMissing whether NA, null and the like are missing cells */
    public ColumnProfiler(boolean writesMissing) {
        this.writesMissing = writesMissing;
    }

    /**
     * Looks at the next cell.
     *
     * @param row the record's number, to say where a file was first named
     * @return the cell; null where it is missing
     */
    public @Nullable String cell(long row, @Nullable String cell) {
        rows++;
        if (cell == null || writesMissing && Numbers.isMissing(cell)) {
            missing++;
            if (cell != null) {
                missingWords.merge(cell, 1L, Long::sum);
            }
            return null;
        }
        distinct.add(cell);
        count(cell);
        var number = Numbers.parse(cell);
        if (Double.isFinite(number)) {
            numbers.add(number);
            boxes.stop();
            vector = 0;
        } else {
            placeholders += Numbers.isMissingNumber(cell) ? 1 : 0;
            marks.add(row, cell);
            measureText(cell);
            measureList(cell);
            boxes.cell(cell);
        }
        watchFile(row, cell);
        return cell;
    }

    /** What missing cells say, such as NA; null where they are all blank. */
    public @Nullable MissingWords missingWords() {
        return missingWords.isEmpty() ? null : new MissingWords(missingWords, false);
    }

    public long rows() {
        return rows;
    }

    public long missing() {
        return missing;
    }

    public long present() {
        return rows - missing;
    }

    public long distinct() {
        return distinct.count();
    }

    /** Whether every present value occurs once (nearly, where the count is an estimate). */
    public boolean isUnique() {
        return distinct.isExact() ? distinct() == present() : distinct() > 0.97 * present();
    }

    long numeric() {
        return numbers.count();
    }

    /**
     * Whether nearly all cells are numbers, or at least half and nearly all others stand for a missing one, or nine tenths of
     * them, many different ones, while the others are a few short marks.
     */
    boolean isNumeric() {
        if (numeric() == 0 || 2 * numeric() < present()) {
            return false;
        }
        return numeric() >= MOSTLY * (present() - placeholders)
                || numeric() >= MOSTLY_BUT_MARKS * (present() - placeholders)
                        && marks.few()
                        && distinct() - marks.different().size() >= MANY_NUMBERS;
    }

    /** What cells hold that are no numbers, the most frequent first, where those are a few short marks. */
    List<String> marks() {
        return marks.different();
    }

    boolean isRowNumber() {
        return numbers.counts() && numbers.count() == present();
    }

    /** Mean words of the cells that are no numbers. */
    double meanWords() {
        return present() == 0 ? 0 : (double) (words + numeric()) / present();
    }

    /** Share of the present cells that hold white space. */
    double blankShare() {
        return present() == 0 ? 0 : (double) blanks / present();
    }

    /** Share of the present cells that list at least eight numbers. */
    double listShare() {
        return present() == 0 ? 0 : (double) lists / present();
    }

    /** Mean length of those lists. */
    double meanList() {
        return lists == 0 ? 0 : (double) listed / lists;
    }

    /** The labels, where cells are sets of them. */
    Optional<LabelProfile> labels() {
        return longValues > 0 || numeric() > 0 ? Optional.empty() : LabelProfile.of(values);
    }

    /** The boxes, where cells are some on a picture. */
    BoxProfile boxes() {
        return boxes;
    }

    /** Whether single words that no other row has are content and no names of rows. */
    boolean isNotation() {
        return notation.isContent();
    }

    /** Values with their rows, most frequent first; all of them when there are at most 200. */
    public Map<String, Long> topValues() {
        if (longValues > 0) {
            return Map.of();
        }
        var top = new LinkedHashMap<String, Long>();
        values.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(TOP)
                .forEach(e -> top.put(e.getKey(), e.getValue()));
        return top;
    }

    /** Figures when any cell was a number. */
    public Optional<NumberStats> numbers() {
        return numeric() == 0 ? Optional.empty() : Optional.of(numbers.stats(present() - numeric(), marks()));
    }

    /** Lengths when any cell was present. */
    public Optional<TextStats> text() {
        return present() == 0
                ? Optional.empty()
                : Optional.of(new TextStats(
                        meanWords(),
                        Math.max(maxWords, numeric() > 0 ? 1 : 0),
                        (double) characters / present(),
                        labels().map(LabelProfile::labels).orElse(0),
                        boxes.labels(),
                        vector < 2 ? 0 : vector,
                        stray()));
    }

    private @Nullable Stray stray() {
        long strays = present() - numeric();
        var value = marks.first();
        return numeric() == 0 || strays == 0
                ? null
                : new Stray(marks.firstRow(), value.substring(0, Math.min(SHOWN, value.length())), strays);
    }

    /** The kind of file that every present cell names, by its ending. */
    public Optional<MediaKind> fileKind() {
        return Optional.ofNullable(filesOnly ? kind : null);
    }

    /** Files named by the column and the row that first names each; empty unless {@link #fileKind()} is known. */
    public Map<String, Long> files() {
        return Collections.unmodifiableMap(files);
    }

    private void count(String cell) {
        characters += cell.length();
        if (cell.length() > LONGEST_VALUE) {
            longValues++;
        } else if (values.size() < COUNTED_VALUES) {
            values.merge(cell, 1L, Long::sum);
        } else {
            values.computeIfPresent(cell, (k, n) -> n + 1);
        }
    }

    private void measureText(String cell) {
        var found = 0;
        var inWord = false;
        for (var i = 0; i < cell.length(); i++) {
            var letter = !Character.isWhitespace(cell.charAt(i));
            found += letter && !inWord ? 1 : 0;
            inWord = letter;
        }
        words += found;
        if (found == 1) {
            notation.cell(cell);
        }
        blanks += found > 1 ? 1 : 0;
        maxWords = Math.max(maxWords, found);
    }

    private void measureList(String cell) {
        var length = NumberList.length(cell);
        vector = vector < 0 || vector == length ? length : 0;
        if (length >= SHORTEST_LIST) {
            lists++;
            listed += length;
        }
    }

    private void watchFile(long row, String cell) {
        if (!filesOnly) {
            return;
        }
        var found = MediaKind.byName(cell);
        filesOnly = found.isPresent() && (kind == null || kind == found.get());
        if (filesOnly) {
            kind = found.get();
            files.putIfAbsent(cell, row);
        } else {
            files.clear();
        }
    }
}
