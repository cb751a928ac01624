package io.polyphony.backend.dataset.profile;

import static io.polyphony.backend.dataset.ColumnModality.CATEGORICAL;

import io.polyphony.backend.dataset.ColumnInfo;
import io.polyphony.backend.dataset.ColumnRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What a person should look at in a column before training. */
final class ColumnHints {
    /** So many different codes of two letters leave no doubt that NA is one, too. */
    private static final int MANY_CODES = 10;

    private static final Pattern CODE = Pattern.compile("[A-Z]{2}");
    private static final double NEARLY_ALL = 0.95;

    private ColumnHints() {}

    static List<String> of(ColumnProfiler cells, Verdict verdict) {
        var hints = new ArrayList<String>();
        if (verdict.role() == ColumnRole.INPUT && cells.missing() > cells.rows() / 2) {
            hints.add("%.0f %% of the cells are missing".formatted(100.0 * cells.missing() / cells.rows()));
        }
        if (verdict.modality() == CATEGORICAL && cells.present() > 0) {
            classes(cells, verdict, hints);
        }
        return hints;
    }

    private static void classes(ColumnProfiler cells, Verdict verdict, List<String> hints) {
        var most = cells.topValues().values().stream().mapToLong(n -> n).max().orElse(0);
        if (verdict.role() == ColumnRole.INPUT && most >= NEARLY_ALL * cells.present()) {
            hints.add("%.1f %% of the rows have one and the same value".formatted(100.0 * most / cells.present()));
        }
        var words = cells.missingWords();
        if (words != null) {
            hints.add(words.hint());
        }
        Spellings.hint(cells.topValues()).ifPresent(hints::add);
    }

    /** NA among the codes of countries is Namibia. */
    static boolean isCode(ColumnInfo column) {
        return column.modality() == CATEGORICAL
                && column.missingWords() != null
                && column.missingWords().cells().keySet().equals(Set.of("NA"))
                && column.distinct() >= MANY_CODES
                && column.topValues().keySet().stream()
                        .allMatch(value -> CODE.matcher(value).matches());
    }
}
