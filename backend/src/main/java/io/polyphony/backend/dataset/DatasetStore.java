package io.polyphony.backend.dataset;

import io.polyphony.backend.common.DatasetId;
import io.polyphony.backend.common.DatasetVersionId;
import io.polyphony.backend.common.PageRequest;
import io.polyphony.backend.common.ProjectId;
import io.polyphony.backend.upload.Sha256;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Port: datasets, versions, columns and media as rows. Writing needs the caller's transaction. */
public interface DatasetStore {
    Optional<DatasetSummary> find(DatasetId dataset);

    /** The dataset of this name whose newest version is READY and came from these bytes. */
    Optional<DatasetSummary> unchanged(NewVersion version);

    /** Newest first, {@link PageRequest#fetch()} at most. */
    List<DatasetSummary> list(Collection<ProjectId> projects, PageRequest request);

    List<VersionSummary> versions(DatasetId dataset);

    Optional<VersionSummary> version(DatasetVersionId version);

    /** Adds a version in state IMPORTING, and its dataset if the project has none of this name. */
    VersionSummary add(NewVersion version);

    /** Adds a READY version that shares the content of another one. */
    VersionSummary addCorrected(VersionSummary of, List<ColumnInfo> columns, String hash);

    List<ColumnInfo> columns(DatasetVersionId version);

    /** The segments that hold rows {@code [from, to)}. */
    List<SegmentRow> segments(DatasetVersionId version, long from, long to);

    Optional<MediaRow> media(DatasetVersionId version, String path);

    /** Contents of all media of a version by path. */
    Map<String, Sha256> mediaContents(DatasetVersionId version);

    /** @throws io.polyphony.backend.common.Conflict when something refers to one of its versions */
    void delete(DatasetId dataset);
}
