package io.polyphony.backend.dataset;

import io.polyphony.backend.common.ProjectId;
import io.polyphony.backend.upload.StoredBlob;

/** A version that is about to be imported from stored bytes. */
public record NewVersion(ProjectId project, String name, String fileName, StoredBlob source) {}
