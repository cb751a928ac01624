package io.polyphony.backend.dataset.table;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;

/** A text whose columns are parted by one blank or more, as tables of numbers often are, with one for each run outside of quotes. */
final class BlankRuns extends Reader {
    private static final int NONE = -2;
    private static final int FEWEST_ROWS = 3;
    /** Two words in every line are names more often than columns. */
    private static final int FEWEST_COLUMNS = 3;

    private final Reader in;
    private boolean quoted;
    private boolean start = true;
    private int held = NONE;

    BlankRuns(Reader in) {
        super(in);
        this.in = in;
    }

    /** Such a text at hand. */
    static String collapsed(String text) {
        try (var reader = new BlankRuns(new StringReader(text))) {
            return reader.readAllAsString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether records that blanks part are rows of a table: as wide as each other, and at least half of them numbers. */
    static boolean areRows(List<List<String>> records) {
        int width = records.isEmpty() ? 0 : records.getFirst().size();
        if (records.size() < FEWEST_ROWS || width < FEWEST_COLUMNS) {
            return false;
        }
        var below = records.subList(1, records.size());
        long numbers = below.stream()
                .flatMap(List::stream)
                .filter(cell -> Double.isFinite(Numbers.parse(cell)))
                .count();
        return below.stream().allMatch(record -> record.size() == width) && 2 * numbers >= (long) width * below.size();
    }

    @Override
    public int read() throws IOException {
        if (held != NONE) {
            int next = held;
            held = NONE;
            return next;
        }
        int next = in.read();
        boolean blank = !quoted && isBlank(next);
        while (!quoted && isBlank(next)) {
            next = in.read();
        }
        boolean between = blank && !start && next >= 0 && !isEnd(next);
        quoted ^= next == '"';
        start = isEnd(next);
        if (between) {
            held = next;
            return ' ';
        }
        return next;
    }

    private static boolean isBlank(int letter) {
        return letter == ' ' || letter == '\t';
    }

    private static boolean isEnd(int letter) {
        return letter == '\n' || letter == '\r';
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int count = 0;
        while (count < length) {
            int next = read();
            if (next < 0) {
                break;
            }
            buffer[offset + count] = (char) next;
            count++;
        }
        return count == 0 && length > 0 ? -1 : count;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
