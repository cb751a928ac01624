package io.polyphony.backend.dataset;

import io.polyphony.backend.common.DatasetId;
import io.polyphony.backend.common.DatasetVersionId;
import io.polyphony.backend.common.FieldProblem;
import io.polyphony.backend.common.ProjectId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version of a dataset. Once READY it never changes.
 *
 * @param number 1, 2, ... within the dataset
 * @param fileName the name of the uploaded file
 * @param bytes length of the uploaded file
 * @param state IMPORTING, READY or FAILED
 * @param progress 0..1 of the import
 * @param stage what the import is doing, for a person to read
 * @param rate rows or files per second of the present stage; 0 when not importing
 * @param rows rows of the table; 0 until READY
 * @param columns number of columns; 0 until READY
 * @param hash SHA-256 in hex over the table, the media and the columns' names, modalities and roles; null until READY
 * @param problems why a FAILED import was refused; at most {@link Problems#LIMIT}
 */
public record VersionSummary(
        DatasetVersionId id,
        DatasetId dataset,
        ProjectId project,
        int number,
        String fileName,
        long bytes,
        DatasetState state,
        double progress,
        String stage,
        double rate,
        long rows,
        int columns,
        @Nullable String hash,
        List<FieldProblem> problems,
        Instant createdAt) {
    public VersionSummary {
        problems = List.copyOf(problems);
    }
}
