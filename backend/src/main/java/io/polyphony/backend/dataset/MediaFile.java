package io.polyphony.backend.dataset;

/**
 * A file that a cell names, or its small form.
 *
 * @param mediaType by content, one of the few that importers accept; never a type that a browser would run
 */
public record MediaFile(String mediaType, byte[] bytes) {}
