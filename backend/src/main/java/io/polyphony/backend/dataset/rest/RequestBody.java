package io.polyphony.backend.dataset.rest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Tells a sender who broke off from a disk that is full: only reading the body throws {@link BrokenOff}. */
final class RequestBody extends FilterInputStream {
    /** The sender closed the connection before the end. */
    static final class BrokenOff extends IOException {
        private static final long serialVersionUID = 1;

        BrokenOff(IOException cause) {
            super(cause);
        }
    }

    RequestBody(InputStream body) {
        super(body);
    }

    @Override
    public int read() throws IOException {
        try {
            return super.read();
        } catch (IOException e) {
            throw new BrokenOff(e);
        }
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        try {
            return super.read(buffer, offset, length);
        } catch (IOException e) {
            throw new BrokenOff(e);
        }
    }
}
