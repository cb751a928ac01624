package io.polyphony.backend.dataset.profile;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Recognises a last row that sums the others up, as spreadsheets have it: trained on, it would be one row too many. */
public final class SummaryRow {
    private static final Set<String> WORDS = Set.of(
            "total",
            "totals",
            "grand total",
            "subtotal",
            "sum",
            "average",
            "mean",
            "summe",
            "gesamt",
            "gesamtsumme",
            "insgesamt",
            "durchschnitt",
            "mittelwert",
            "somme",
            "totale",
            "totaal");

    private SummaryRow() {}

    /**
     * What to tell of a column whose last cell says so and no other one; empty else.
     *
     * @param last the column's last cell; null where it is missing
     */
    public static Optional<String> hint(@Nullable String last, ColumnProfiler cells) {
        if (last == null || !WORDS.contains(word(last)) || cells.topValues().getOrDefault(last, 1L) > 1) {
            return Optional.empty();
        }
        return Optional.of(
                "the last row says `%s`: it seems to sum up the others and counts as a row. Maybe remove it and upload the file again"
                        .formatted(last));
    }

    private static String word(String cell) {
        return cell.replace(":", "").strip().toLowerCase(Locale.ROOT);
    }
}
