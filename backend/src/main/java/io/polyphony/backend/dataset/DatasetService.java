package io.polyphony.backend.dataset;

import io.polyphony.backend.common.DatasetId;
import io.polyphony.backend.common.DatasetVersionId;
import io.polyphony.backend.common.Page;
import io.polyphony.backend.common.PageRequest;
import io.polyphony.backend.common.ProjectId;
import io.polyphony.backend.dataset.table.TableFormats;
import io.polyphony.backend.security.Actor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Datasets of the projects that the actor may see. Every method refuses with {@link
 * io.polyphony.backend.common.NotFound} what the actor may not know of, and with {@link
 * io.polyphony.backend.common.Forbidden} what needs a higher role.
 */
public interface DatasetService {
    /**
     * Stores an upload and starts its import; the answer is in state IMPORTING (or READY, when the newest version came from
     * the very same bytes). A new name makes a dataset, a known one a further version. Needs EDITOR.
     *
     * @param fileName the file's name as the user knows it; its ending tells the format of a table, its content where that is unknown
     * @param content read to its end without being held in memory; when it fails, nothing remains
     * @throws IOException when the content cannot be read
     */
    DatasetSummary upload(Actor actor, ProjectId project, String name, String fileName, InputStream content)
            throws IOException;

    /** The same for a file on disk, which stays where it is. */
    DatasetSummary upload(Actor actor, ProjectId project, String name, String fileName, Path content)
            throws IOException;

    /** Newest first; of one project, or of all that the actor may see. Needs VIEWER, as all reading does. */
    Page<DatasetSummary> list(Actor actor, @Nullable ProjectId project, PageRequest request);

    /** Endings of names of files that may be uploaded, such as {@code .csv}. */
    static List<String> fileEndings() {
        return Stream.concat(
                        TableFormats.endings().stream(),
                        Stream.of(
                                ".txt", ".npz", ".npy", ".h5", ".hdf5", ".zip", ".tar", ".tgz", ".gz", ".bz2", ".xz",
                                ".zst"))
                .toList();
    }

    DatasetSummary get(Actor actor, DatasetId dataset);

    /** Newest first. */
    List<VersionSummary> versions(Actor actor, DatasetId dataset);

    VersionSummary version(Actor actor, DatasetVersionId version);

    /** In the order of the file; empty until the version is READY. */
    List<ColumnInfo> columns(Actor actor, DatasetVersionId version);

    /**
     * Rows of a READY version.
     *
     * @param offset 0-based, 0 or more
     * @param limit 1..1000
     */
    Preview preview(Actor actor, DatasetVersionId version, long offset, int limit);

    DatasetProfile profile(Actor actor, DatasetVersionId version);

    /**
     * Corrects modalities and roles. The outcome is a new READY version that shares all bytes with the one corrected, so
     * that whatever used the old one stays reproducible. Needs EDITOR.
     *
     * @throws io.polyphony.backend.common.Invalid when a column is unknown or its cells do not allow the modality
     */
    DatasetSummary correctColumns(Actor actor, DatasetId dataset, List<ColumnCorrection> corrections);

    /** The file that a cell of an image or audio column names. */
    MediaFile media(Actor actor, DatasetVersionId version, String path);

    /** A PNG for an image; for audio 8-bit peaks (application/octet-stream), loudest = 255, in time order. */
    MediaFile thumbnail(Actor actor, DatasetVersionId version, String path);

    /**
     * Deletes a dataset with all versions. Needs EDITOR.
     *
     * @throws io.polyphony.backend.common.Conflict when an experiment uses it
     */
    void delete(Actor actor, DatasetId dataset);

    /**
     * Checks that a column can be predicted: it exists, is no media, and has two different known values or more.
     *
     * @throws io.polyphony.backend.common.Invalid otherwise, naming the column
     */
    ColumnInfo requireUsableTarget(DatasetVersionId version, String column);
}
