package io.polyphony.backend.upload;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Map;

/** Port: contents as rows of the database. Writing joins the caller's transaction. */
public interface BlobRows {
    /** Names a content; false when its bytes are there already (which then count as put just now). */
    boolean claim(Sha256 sha, long length, String mediaType);

    /** Writes the bytes of a content that was just claimed. */
    void write(Sha256 sha, InputStream content) throws IOException;

    /** Claims and writes many small contents. */
    void writeAll(Map<Sha256, byte[]> contents, String mediaType);

    boolean exists(Sha256 sha);

    /** @throws io.polyphony.backend.common.NotFound when there is no such content */
    void copy(Sha256 sha, OutputStream sink) throws IOException;

    /** Deletes contents that no row of any table refers to and that were put longer ago than this; the answer is how many. */
    int sweep(Duration unusedFor);
}
