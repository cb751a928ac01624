package io.polyphony.backend.dataset;

import io.polyphony.backend.common.DatasetId;
import io.polyphony.backend.common.DatasetVersionId;
import io.polyphony.backend.common.FieldProblem;
import io.polyphony.backend.common.ProjectId;
import io.polyphony.backend.upload.Sha256;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Port: who imports what. A claim is lost when its heartbeats cease; every write names the attempt, a stale one changes nothing. */
public interface ImportStore {
    /**
     * A version that this process is to import.
     *
     * @param attempt 1, 2, ...: a later attempt fences an earlier one off
     */
    record Claim(
            DatasetVersionId version,
            DatasetId dataset,
            ProjectId project,
            String fileName,
            Sha256 source,
            int attempt) {}

    /** How far an import is. */
    record Progress(double share, String stage, double rate) {}

    /** What an import found. */
    record Outcome(long rows, List<ColumnInfo> columns, List<SegmentRow> segments, List<MediaRow> media, String hash) {}

    /** Takes the oldest version that nobody imports, or whose importer has been silent for so long. */
    Optional<Claim> claim(Duration silence);

    /** Says that the import goes on; false when the claim is lost. */
    boolean beat(Claim claim, Progress progress);

    /** Makes the version READY with all of its rows; false when the claim is lost. */
    boolean finish(Claim claim, Outcome outcome);

    /** Makes the version FAILED; false when the claim is lost. */
    boolean fail(Claim claim, List<FieldProblem> problems);

    /** Lets another attempt begin at once. */
    void release(Claim claim);
}
