package io.polyphony.backend.dataset;

import io.polyphony.engine.data.DateText;
import org.jspecify.annotations.Nullable;

/** Cells that are dates, as the engine reads them. */
public final class Times {

    private Times() {}

    /** Whether the cell is a date. */
    public static boolean isTime(@Nullable String cell) {
        return cell != null && DateText.date(cell).isPresent();
    }
}
