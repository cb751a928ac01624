package io.polyphony.backend.dataset.profile;

import static io.polyphony.backend.dataset.ColumnModality.AUDIO;
import static io.polyphony.backend.dataset.ColumnModality.CATEGORICAL;
import static io.polyphony.backend.dataset.ColumnModality.DATE;
import static io.polyphony.backend.dataset.ColumnModality.IMAGE;
import static io.polyphony.backend.dataset.ColumnModality.NUMERIC;
import static io.polyphony.backend.dataset.ColumnModality.SERIES;
import static io.polyphony.backend.dataset.ColumnModality.TEXT;

import io.polyphony.backend.dataset.ColumnInfo;
import io.polyphony.backend.dataset.ColumnModality;
import io.polyphony.backend.dataset.ColumnRole;
import io.polyphony.backend.dataset.SplitPart;
import io.polyphony.backend.dataset.Times;
import io.polyphony.backend.dataset.table.Numbers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Turns a column's figures into modality and role by rules that a person can follow: the first rule that fits decides and
 * gives its reason. The rules look at values; a name only matters where values alone cannot tell (an id that repeats).
 */
public final class ColumnInference {
    /** Whole numbers with at most this many different values are classes, not amounts. */
    static final int FEW_NUMBERS = 20;
    /** Text values that repeat this often on average are classes. */
    static final double REPEATS = 5;
    /** Share of cells that must be lists of numbers. */
    private static final double MOSTLY = 0.98;

    private static final int FEW_ROWS = 20;
    private static final double SENTENCE_WORDS = 2.5;
    private static final Set<String> ID_WORDS = Set.of("id", "uuid", "guid", "index", "idx", "key", "row", "rowid");
    /** Whose rows are alike: what is learned of some of them says little of others. */
    private static final Set<String> BEINGS = Set.of(
            "patient",
            "subject",
            "participant",
            "respondent",
            "volunteer",
            "person",
            "individual",
            "donor",
            "animal",
            "speaker",
            "customer",
            "client",
            "user",
            "household");

    private static final Set<String> WEIGHT_NAMES =
            Set.of("sample_weight", "instance_weight", "row_weight", "case_weight");

    private ColumnInference() {}

    /**
     * Judges one column.
     *
     * @param resolved whether the files that the column names are in the upload
     */
    public static ColumnInfo infer(String name, int position, ColumnProfiler cells, boolean resolved) {
        var verdict = judge(name, cells, resolved);
        var media = verdict.modality() == IMAGE || verdict.modality() == AUDIO;
        var classes = verdict.modality() == CATEGORICAL || verdict.modality() == NUMERIC || verdict.modality() == DATE;
        var column = new ColumnInfo(
                name,
                position,
                verdict.modality(),
                verdict.role(),
                verdict.reason(),
                cells.missing(),
                cells.distinct(),
                classes || verdict.role() == ColumnRole.SPLIT ? cells.topValues() : Map.of(),
                cells.isNumeric() ? cells.numbers().orElse(null) : null,
                media ? null : cells.text().orElse(null),
                null,
                verdict.role() == ColumnRole.TARGET
                        || verdict.role() == ColumnRole.INPUT
                                && (cells.labels().isPresent()
                                        || verdict.modality() == CATEGORICAL && looksLikeTarget(name, cells)),
                null,
                cells.missingWords(),
                ColumnHints.of(cells, verdict));
        return ColumnHints.isCode(column) ? column.withWords(true) : column;
    }

    private static Verdict judge(String name, ColumnProfiler cells, boolean resolved) {
        if (cells.present() == 0) {
            return new Verdict(CATEGORICAL, ColumnRole.IGNORE, "every cell is missing");
        }
        return split(cells)
                .or(() -> files(cells, resolved))
                .or(() -> constant(cells))
                .or(() -> boxes(cells))
                .or(() -> series(cells))
                .or(() -> numeric(name, cells))
                .or(() -> labels(cells))
                .orElseGet(() -> words(name, cells));
    }

    private static Optional<Verdict> split(ColumnProfiler cells) {
        var values = cells.topValues().keySet();
        var known = cells.distinct() >= 2
                && cells.distinct() <= 6
                && values.stream().allMatch(v -> SplitPart.of(v).isPresent());
        if (!known || values.stream().noneMatch(v -> SplitPart.of(v).orElseThrow() == SplitPart.TRAIN)) {
            return Optional.empty();
        }
        return Optional.of(new Verdict(
                CATEGORICAL, ColumnRole.SPLIT, "its values name parts of a split: " + String.join(", ", values)));
    }

    private static Optional<Verdict> files(ColumnProfiler cells, boolean resolved) {
        return cells.fileKind().map(kind -> {
            if (!resolved) {
                return new Verdict(
                        TEXT, ColumnRole.IGNORE, "its values look like names of files that are not in the upload");
            }
            return switch (kind) {
                case IMAGE -> new Verdict(IMAGE, ColumnRole.INPUT, "every value names an image of the upload");
                case AUDIO -> new Verdict(AUDIO, ColumnRole.INPUT, "every value names a sound file of the upload");
            };
        });
    }

    private static Optional<Verdict> series(ColumnProfiler cells) {
        return cells.listShare() < MOSTLY
                ? Optional.empty()
                : Optional.of(new Verdict(
                        SERIES, ColumnRole.INPUT, "lists of %.0f numbers on average".formatted(cells.meanList())));
    }

    private static Optional<Verdict> boxes(ColumnProfiler cells) {
        return cells.boxes().labels() == 0
                ? Optional.empty()
                : Optional.of(new Verdict(
                        TEXT,
                        ColumnRole.TARGET,
                        "boxes on pictures: %d different labels (such as %s)"
                                .formatted(
                                        cells.boxes().labels(),
                                        String.join(", ", cells.boxes().examples()))));
    }

    private static Optional<Verdict> labels(ColumnProfiler cells) {
        return cells.labels()
                .map(found -> new Verdict(
                        TEXT,
                        ColumnRole.INPUT,
                        "sets of labels: %d labels (such as %s) in %d combinations"
                                .formatted(found.labels(), String.join(", ", found.examples()), found.sets())));
    }

    private static Optional<Verdict> constant(ColumnProfiler cells) {
        if (cells.distinct() > 1 || cells.missing() > 0) {
            return Optional.empty();
        }
        return Optional.of(new Verdict(CATEGORICAL, ColumnRole.IGNORE, "every row has the same value"));
    }

    private static Optional<Verdict> numeric(String name, ColumnProfiler cells) {
        var numbers = cells.numbers();
        if (numbers.isEmpty() || !cells.isNumeric()) {
            return Optional.empty();
        }
        var unreadable = numbers.get().unreadable();
        var distinct = cells.distinct();
        if (numbers.get().whole() && unreadable == 0) {
            var identifier = identifier(name, cells, NUMERIC);
            if (identifier.isPresent()) {
                return identifier;
            }
            if (distinct <= FEW_NUMBERS && repeats(cells) >= REPEATS) {
                return Optional.of(new Verdict(
                        CATEGORICAL, ColumnRole.INPUT, "only %d different whole numbers".formatted(distinct)));
            }
        }
        if (unreadable > 0 && distinct <= FEW_NUMBERS) {
            return Optional.empty();
        }
        if (WEIGHT_NAMES.contains(name.toLowerCase(Locale.ROOT))
                && numbers.get().min() >= 0) {
            return Optional.of(
                    new Verdict(NUMERIC, ColumnRole.WEIGHT, "numbers of 0 or more, named as the weight of a row"));
        }
        var why = unreadable == 0
                ? "numbers, %d different".formatted(distinct)
                : "numbers, but for %d cells that count as missing%s".formatted(unreadable, marks(cells.marks()));
        return Optional.of(new Verdict(NUMERIC, ColumnRole.INPUT, why));
    }

    private static String marks(List<String> marks) {
        return switch (marks.size()) {
            case 0 -> "";
            case 1 -> ": `%s` is read as missing".formatted(marks.getFirst());
            case 2 -> ": `%s` and `%s` are read as missing".formatted(marks.getFirst(), marks.get(1));
            default -> ": `%s` and %d others are read as missing".formatted(marks.getFirst(), marks.size() - 1);
        };
    }

    private static Verdict words(String name, ColumnProfiler cells) {
        var identifier = identifier(name, cells, TEXT);
        if (identifier.isPresent()) {
            return identifier.get();
        }
        var top = cells.topValues().keySet().stream()
                .filter(value -> !Numbers.isMissingNumber(value))
                .toList();
        if (!top.isEmpty() && top.stream().allMatch(Times::isTime)) {
            return new Verdict(DATE, ColumnRole.INPUT, "dates; they tell forecasts the order of the rows");
        }
        if (isClasses(cells)) {
            return new Verdict(
                    CATEGORICAL,
                    ColumnRole.INPUT,
                    "%d values that repeat %.0f times each on average".formatted(cells.distinct(), repeats(cells)));
        }
        if (cells.meanWords() >= SENTENCE_WORDS || cells.blankShare() >= 0.5) {
            return new Verdict(TEXT, ColumnRole.INPUT, "text of %.1f words on average".formatted(cells.meanWords()));
        }
        if (cells.isUnique() && cells.blankShare() < 0.05 && !cells.isNotation()) {
            return new Verdict(TEXT, ColumnRole.ID, "single words, different in every row");
        }
        return new Verdict(TEXT, ColumnRole.INPUT, "%d different short texts".formatted(cells.distinct()));
    }

    /** Few values that come again and again; the longer the text, the fewer values may be a class each. */
    private static boolean isClasses(ColumnProfiler cells) {
        if (cells.topValues().isEmpty()) {
            return false;
        }
        if (cells.present() < FEW_ROWS && cells.distinct() <= 10 && cells.meanWords() < SENTENCE_WORDS) {
            return true; // too few rows to see anything repeat
        }
        if (cells.meanWords() >= 8) {
            return cells.distinct() <= 10 && repeats(cells) >= REPEATS;
        }
        return repeats(cells) >= REPEATS || (cells.distinct() <= 10 && repeats(cells) >= 2);
    }

    /** Ids are different in every row, or named so; a named one that repeats holds rows together. */
    private static Optional<Verdict> identifier(String name, ColumnProfiler cells, ColumnModality modality) {
        var named = lastWordIn(ID_WORDS, name) && cells.blankShare() < 0.05;
        var being = lastWordIn(BEINGS, name)
                && cells.blankShare() < 0.05
                // Their numbers are many; of how many there are, few numbers come again and again.
                && (modality == TEXT || repeats(cells) < cells.distinct());
        if (cells.isUnique() && cells.present() > 1 && (cells.isRowNumber() || named)) {
            return Optional.of(new Verdict(
                    modality, ColumnRole.ID, named ? "named as an id and different in every row" : "counts the rows"));
        }
        if ((named || being) && cells.distinct() > FEW_NUMBERS && repeats(cells) >= 1.2) {
            return Optional.of(new Verdict(
                    CATEGORICAL,
                    ColumnRole.GROUP,
                    "named as %s, and each of its %d values comes %.1f times: rows that belong together"
                            .formatted(named ? "an id" : "those whom rows tell of", cells.distinct(), repeats(cells))));
        }
        return Optional.empty();
    }

    private static boolean lastWordIn(Set<String> known, String name) {
        var words = name.replaceAll("([a-z])([A-Z])", "$1 $2")
                .toLowerCase(Locale.ROOT)
                .split("[^a-z]+");
        return words.length > 0 && known.contains(words[words.length - 1]);
    }

    private static double repeats(ColumnProfiler cells) {
        return (double) cells.present() / Math.max(1, cells.distinct());
    }

    private static boolean looksLikeTarget(String name, ColumnProfiler cells) {
        var named = Set.of("label", "target", "class", "y", "outcome").contains(name.toLowerCase(Locale.ROOT));
        return cells.distinct() >= 2 && (named || cells.distinct() <= 50);
    }
}
