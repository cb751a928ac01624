package io.polyphony.frontend.experiment;

import io.polyphony.backend.dataset.SplitSpec;
import io.polyphony.backend.experiment.SplitRequest;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the wizard has gathered of how rows are parted; what is null is as the platform chooses. */
final class SplitDraft {
    private static final double PERCENT = 100;

    /** The column that says train, validation or test. */
    @Nullable
    String column;

    /** Rows of one value of this column stay together. */
    @Nullable
    String group;

    /** In percent of all rows. */
    @Nullable
    Double validation;

    /** In percent of all rows. */
    @Nullable
    Double test;

    /** How many networks a trial trains. */
    @Nullable
    Integer folds;

    /** Whether rows that say the same stay in one part. */
    @Nullable
    Boolean copiesTogether;

    /** Another data set has other columns. */
    void clear() {
        column = null;
        group = null;
        copiesTogether = null;
    }

    /** As the rows of another experiment were parted. */
    void like(SplitSpec split) {
        column = split.splitColumn();
        group = split.groupColumn();
        validation = PERCENT * split.validationShare();
        test = PERCENT * split.testShare();
        folds = split.folds();
        copiesTogether = split.groupColumn() == null && split.windows() == null
                ? Boolean.valueOf(!split.copies().isEmpty())
                : null;
    }

    /**
     * What is asked for; null: everything is as the platform chooses.
     *
     * @param forecasts whether rows are steps of time, which are put in order and never dealt into folds
     */
    @Nullable
    SplitRequest request(boolean forecasts, @Nullable String time) {
        var order = forecasts ? time : null;
        var dealt = forecasts ? null : folds;
        var together = forecasts ? null : copiesTogether;
        return Stream.of(column, group, validation, test, dealt, order, together)
                        .allMatch(part -> part == null)
                ? null
                : new SplitRequest(column, group, share(validation), share(test), null, dealt, order, together);
    }

    private static @Nullable Double share(@Nullable Double percent) {
        return percent == null ? null : Double.valueOf(percent / PERCENT);
    }
}
