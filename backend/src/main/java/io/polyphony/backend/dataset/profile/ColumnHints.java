package io.polyphony.backend.dataset.profile;

import static io.polyphony.backend.dataset.ColumnModality.CATEGORICAL;
import static io.polyphony.backend.dataset.ColumnModality.TEXT;

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

    /** Things of which more rows tell are classes. */
    private static final int MOST_ROWS_OF_ONE = 50;

    private static final Pattern NUMBERED = Pattern.compile("[\\p{L}_.#-]*\\d[\\w.-]*");
    private static final Pattern CODE = Pattern.compile("[A-Z]{2}");
    private static final double NEARLY_ALL = 0.95;

    private ColumnHints() {}

    static List<String> of(ColumnProfiler cells, Verdict verdict) {
        var hints = new ArrayList<String>();
        if (verdict.role() == ColumnRole.INPUT && cells.missing() > cells.rows() / 2) {
            hints.add("%.0f %% of the cells are missing".formatted(100.0 * cells.missing() / cells.rows()));
        }
        if (verdict.role() == ColumnRole.INPUT
                && cells.missing() > 0
                && cells.labels().isPresent()) {
            hints.add(
                    "%d cells are empty: as a target they count as not labelled. Maybe write [] where a row has no label"
                            .formatted(cells.missing()));
        }
        if (verdict.role() == ColumnRole.INPUT && isName(cells, verdict)) {
            hints.add(
                    "each of its %d codes comes %.1f times: maybe rows of one code belong together (role group), so that none is learned in one part and asked for in another"
                            .formatted(cells.distinct(), (double) cells.present() / cells.distinct()));
        }
        if (verdict.modality() == CATEGORICAL && cells.present() > 0) {
            classes(cells, verdict, hints);
        }
        return hints;
    }

    /** Whether its values look like codes of beings or things of which several rows tell. */
    private static boolean isName(ColumnProfiler cells, Verdict verdict) {
        var values = cells.topValues().keySet();
        return (verdict.modality() == CATEGORICAL || verdict.modality() == TEXT)
                && !cells.isNumeric()
                && cells.distinct() > ColumnInference.FEW_NUMBERS
                && 2 * cells.distinct() <= cells.present()
                && cells.present() <= MOST_ROWS_OF_ONE * cells.distinct()
                && !values.isEmpty()
                && values.stream().allMatch(value -> NUMBERED.matcher(value).matches());
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
