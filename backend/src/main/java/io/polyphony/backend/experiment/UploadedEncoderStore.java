package io.polyphony.backend.experiment;

import io.polyphony.backend.common.ProjectId;
import java.util.List;

/** Where the ready-made networks of projects are written down. Their files are contents of the blob store. */
public interface UploadedEncoderStore {
    /** By name. */
    List<UploadedEncoder> list(ProjectId project);

    /** Whether it was added; not when the project has one of that name. */
    boolean add(ProjectId project, UploadedEncoder encoder);

    /** Takes it from the list; trials that were to use it still find its file. Whether there was one. */
    boolean remove(ProjectId project, String name);
}
