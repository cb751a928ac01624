package io.polyphony.backend.dataset.table;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Stops a record that never ends (a missing closing quote, one line of a gigabyte) before it fills the memory. */
final class RecordLimitReader extends FilterReader {
    /** Characters of one record; the parser reads ahead, so that up to a buffer more may be counted. */
    static final int LIMIT = 4 << 20;

    private long since;

    RecordLimitReader(Reader in) {
        super(in);
    }

    /** A record is complete: count anew. */
    void nextRecord() {
        since = 0;
    }

    @Override
    public int read() throws IOException {
        var c = super.read();
        count(c < 0 ? 0 : 1);
        return c;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        var n = super.read(buffer, offset, length);
        count(Math.max(n, 0));
        return n;
    }

    private void count(int characters) throws IOException {
        since += characters;
        if (since > LIMIT) {
            throw new RecordTooLong();
        }
    }

    /** One record is longer than {@link #LIMIT}. */
    static final class RecordTooLong extends IOException {
        private static final long serialVersionUID = 1;

        RecordTooLong() {
            super("one row is longer than %d million characters".formatted(LIMIT >> 20));
        }
    }
}
