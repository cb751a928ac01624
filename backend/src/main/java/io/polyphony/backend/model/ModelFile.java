package io.polyphony.backend.model;

import io.polyphony.engine.export.Bundle;

/**
 * A model to take along.
 *
 * @param name of the file, fit for every file system
 */
public record ModelFile(String name, Bundle bundle) {}
