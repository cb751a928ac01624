package io.polyphony.backend.dataset;

import io.polyphony.engine.data.DatePart;
import io.polyphony.engine.data.DateText;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Cells that are dates, as the engine reads them. */
public final class Times {

    /** Share of the time that trains where nobody says otherwise. */
    private static final double TRAIN = 1 - 2 * SplitSpec.DEFAULT_SHARE;

    private Times() {}

    /** Whether the cell is a date. */
    public static boolean isTime(@Nullable String cell) {
        return cell != null && DateText.date(cell).isPresent();
    }

    /**
     * Whether anything comes again that steps of time show, such as weekdays do where steps are days, and often enough for
     * rows that train to see it twice; never where any cell is no date.
     */
    public static boolean recur(@Nullable String[] cells) {
        if (!Stream.of(cells).allMatch(Times::isTime)) {
            return false;
        }
        var days = Stream.of(cells)
                .flatMap(cell -> DateText.date(Objects.requireNonNull(cell)).stream())
                .mapToDouble(DatePart.DAYS::of)
                .distinct()
                .sorted()
                .toArray();
        var steps = IntStream.range(1, days.length)
                .mapToDouble(i -> days[i] - days[i - 1])
                .sorted()
                .toArray();
        return steps.length > 0 && DatePart.recurs(steps[steps.length / 2], TRAIN * (days[days.length - 1] - days[0]));
    }
}
