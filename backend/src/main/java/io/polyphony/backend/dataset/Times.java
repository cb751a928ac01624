package io.polyphony.backend.dataset;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates as ISO 8601 writes them, with a time of day or without: their order is that of their letters. */
public final class Times {
    private static final Pattern TIME =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}([T ]\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?)?Z?");

    private Times() {}

    /** Whether the cell is a date. */
    public static boolean isTime(@Nullable String cell) {
        return cell != null && TIME.matcher(cell.strip()).matches();
    }
}
