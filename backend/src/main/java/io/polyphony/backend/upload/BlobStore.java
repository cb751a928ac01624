package io.polyphony.backend.upload;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/**
 * Bytes by their SHA-256. Equal bytes are stored once. Writing joins the caller's transaction, so that bytes and the rows that
 * refer to them appear together; without one it is a transaction of its own. Bytes that no row refers to are swept after a while.
 */
public interface BlobStore {
    /**
     * Stores a stream of any length without holding it in memory.
     *
     * @throws IOException when the content cannot be read; then nothing is stored
     */
    StoredBlob put(InputStream content, String mediaType) throws IOException;

    /** Stores bytes at hand. */
    Sha256 put(byte[] content, String mediaType);

    /** Stores many small contents in few round trips; the answer is in their order. */
    List<Sha256> putAll(List<byte[]> contents, String mediaType);

    boolean exists(Sha256 sha);

    /** @throws io.polyphony.backend.common.NotFound when there are no such bytes */
    InputStream open(Sha256 sha);

    /** All bytes; for contents that are known to be small. */
    byte[] bytes(Sha256 sha);

    /** The bytes as a local file, from the cache or brought there; not to be changed. */
    Path file(Sha256 sha);

    /** A place on disk, with nothing there yet, for what this process writes meanwhile and deletes; what a killed one leaves is swept. */
    Path scratch() throws IOException;
}
