package io.polyphony.backend.upload;

/**
 * Bytes that are in the store.
 *
 * @param length in bytes
 */
public record StoredBlob(Sha256 sha, long length) {}
