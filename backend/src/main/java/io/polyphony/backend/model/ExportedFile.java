package io.polyphony.backend.model;

/**
 * A file to take along.
 *
 * @param name fit for every file system
 */
public record ExportedFile(String name, byte[] bytes) {}
