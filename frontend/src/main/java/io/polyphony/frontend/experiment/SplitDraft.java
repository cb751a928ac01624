package io.polyphony.frontend.experiment;

import io.polyphony.backend.dataset.SplitSpec;
import io.polyphony.backend.experiment.SplitRequest;
import java.util.List;
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
     * @param forecast how rows that are steps of time are seen, which are put in order and never dealt into folds; null: rows are
     *     none
     */
    @Nullable
    SplitRequest request(@Nullable ForecastDraft forecast) {
        var order = forecast == null ? null : forecast.time;
        var ahead = forecast == null || forecast.ahead.isEmpty() ? null : List.copyOf(forecast.ahead);
        var dealt = forecast == null ? folds : null;
        var together = forecast == null ? copiesTogether : null;
        return Stream.of(column, group, validation, test, dealt, order, together, ahead)
                        .allMatch(part -> part == null)
                ? null
                : new SplitRequest(column, group, share(validation), share(test), null, dealt, order, together, ahead);
    }

    private static @Nullable Double share(@Nullable Double percent) {
        return percent == null ? null : Double.valueOf(percent / PERCENT);
    }
}
