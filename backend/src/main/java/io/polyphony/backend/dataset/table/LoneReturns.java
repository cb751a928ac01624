package io.polyphony.backend.dataset.table;

import java.io.IOException;
import java.io.Reader;

/**
 * A text with a blank for each carriage return within a line. Programs write these into cells of text without quoting them
 * (Python's csv before 3.13, and so pandas), and a row would end there. A text whose first line ends with a lone one stays as it is.
 */
final class LoneReturns extends Reader {
    private static final int NONE = -2;

    private final Reader in;
    private Ends ends = Ends.UNKNOWN;
    private int ahead = NONE;

    /** How lines end. */
    private enum Ends {
        UNKNOWN,
        FEED,
        RETURN
    }

    LoneReturns(Reader in) {
        super(in);
        this.in = in;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int count = length == 0 ? 0 : fill(buffer, offset, length);
        for (int i = offset; i < offset + count; i++) {
            int next = i + 1 < offset + count ? buffer[i + 1] : ahead;
            if (buffer[i] == '\n' && ends == Ends.UNKNOWN) {
                ends = Ends.FEED;
            } else if (buffer[i] == '\r' && next != '\n') {
                ends = ends == Ends.UNKNOWN ? Ends.RETURN : ends;
                buffer[i] = ends == Ends.FEED && next >= 0 ? ' ' : '\r';
            }
        }
        return count;
    }

    /** What comes behind a carriage return is looked at. */
    private int fill(char[] buffer, int offset, int length) throws IOException {
        int count = 0;
        if (ahead != NONE) {
            if (ahead < 0) {
                return -1;
            }
            buffer[offset] = (char) ahead;
            count = 1;
            ahead = NONE;
        }
        int more = count < length ? in.read(buffer, offset + count, length - count) : 0;
        if (more < 0 && count == 0) {
            return -1;
        }
        count += Math.max(more, 0);
        if (count > 0 && buffer[offset + count - 1] == '\r') {
            ahead = in.read();
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
