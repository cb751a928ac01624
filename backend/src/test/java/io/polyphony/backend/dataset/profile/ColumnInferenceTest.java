package io.polyphony.backend.dataset.profile;

import static io.polyphony.backend.dataset.ColumnModality.AUDIO;
import static io.polyphony.backend.dataset.ColumnModality.CATEGORICAL;
import static io.polyphony.backend.dataset.ColumnModality.DATE;
import static io.polyphony.backend.dataset.ColumnModality.IMAGE;
import static io.polyphony.backend.dataset.ColumnModality.NUMERIC;
import static io.polyphony.backend.dataset.ColumnModality.SERIES;
import static io.polyphony.backend.dataset.ColumnModality.TEXT;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.backend.dataset.ColumnInfo;
import io.polyphony.backend.dataset.ColumnModality;
import io.polyphony.backend.dataset.ColumnRole;
import io.polyphony.backend.dataset.TextStats;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ColumnInferenceTest {
    private static final int ROWS = 1_000;

    @Test
    void amounts_are_numeric() {
        verdict(infer("price", i -> String.valueOf(i * 0.37)), NUMERIC, ColumnRole.INPUT);
        verdict(infer("visits", i -> String.valueOf(i * 31 % 500)), NUMERIC, ColumnRole.INPUT);
    }

    @Test
    void few_whole_numbers_are_classes() {
        verdict(infer("digit", i -> String.valueOf(i % 10)), CATEGORICAL, ColumnRole.INPUT);
        verdict(infer("ratio", i -> String.valueOf(i % 10 / 7.0)), NUMERIC, ColumnRole.INPUT);
    }

    @Test
    void a_few_unreadable_cells_do_not_make_numbers_words() {
        var column = infer("age", i -> i % 200 == 0 ? "unknown" : String.valueOf(20 + i % 61));
        verdict(column, NUMERIC, ColumnRole.INPUT);
        assertThat(column.numbers())
                .isNotNull()
                .satisfies(n -> assertThat(n.unreadable()).isEqualTo(5));
    }

    @Test
    void marks_of_missing_numbers_may_be_many_among_numbers() {
        verdict(infer("pressure", i -> i % 3 == 0 ? "?" : String.valueOf(i * 0.37)), NUMERIC, ColumnRole.INPUT);
        verdict(infer("depth", i -> i % 9 == 0 ? "-" : String.valueOf(i * 0.37)), NUMERIC, ColumnRole.INPUT);
        var words = infer("level", i -> i % 9 == 0 ? "deep" + i : String.valueOf(i * 0.37));
        assertThat(words.modality()).isNotEqualTo(NUMERIC);
        var marks = infer("trace", i -> i % 3 > 0 ? "?" : String.valueOf(i * 0.37));
        assertThat(marks.modality()).as("fewer numbers than marks").isNotEqualTo(NUMERIC);
        verdict(infer("kind", i -> List.of("none", "?", "mild").get(i % 3)), CATEGORICAL, ColumnRole.INPUT);
    }

    @Test
    void a_few_marks_among_many_numbers_are_missing_ones() {
        var marks = List.of("out", "<0.1");
        var column = infer("zinc", i -> i % 25 == 0 ? marks.get(i % 2) : String.valueOf(i * 0.37));
        verdict(column, NUMERIC, ColumnRole.INPUT);
        assertThat(column.reason()).contains("`<0.1` and `out` are read as missing");
        assertThat(requireNonNull(column.numbers()).marks()).containsExactly("<0.1", "out");
        assertThat(infer("level", i -> i % 25 == 0 ? "deep" + i : String.valueOf(i * 0.37))
                        .modality())
                .as("many different words")
                .isNotEqualTo(NUMERIC);
        assertThat(infer("grade", i -> i % 25 == 0 ? "out" : String.valueOf(i % 7))
                        .modality())
                .as("few different numbers")
                .isNotEqualTo(NUMERIC);
        assertThat(infer("trace", i -> i % 9 == 0 ? "out" : String.valueOf(i * 0.37))
                        .modality())
                .as("too many marks")
                .isNotEqualTo(NUMERIC);
        verdict(infer("ratio", i -> i % 5 == 0 ? "#DIV/0!" : String.valueOf(i * 0.37)), NUMERIC, ColumnRole.INPUT);
    }

    @Test
    void a_cell_that_is_no_number_is_remembered() {
        var column = infer("level", i -> i % 5 == 3 ? "deep" + i : String.valueOf(i * 0.37));
        assertThat(requireNonNull(column.text()).stray()).isEqualTo(new TextStats.Stray(5, "deep3", 200));
    }

    @Test
    void repeating_words_are_classes_and_sentences_are_text() {
        verdict(infer("colour", i -> List.of("red", "green", "dark blue").get(i % 3)), CATEGORICAL, ColumnRole.INPUT);
        verdict(infer("review", i -> "I liked number " + i + " very much"), TEXT, ColumnRole.INPUT);
        verdict(infer("title", i -> i % 2 == 0 ? "Nice " + i : "Fair " + i), TEXT, ColumnRole.INPUT);
    }

    @Test
    void lists_of_numbers_are_series() {
        var wave = infer("wave", i -> "[%d, 2.5, -3e2, 4, 5, 6, 7, 8, %d]".formatted(i, i % 7));
        verdict(wave, SERIES, ColumnRole.INPUT);
        assertThat(wave.reason()).isEqualTo("lists of 9 numbers on average");
        verdict(infer("blanks", i -> i + " 2 3 4 5 6 7 8.5"), SERIES, ColumnRole.INPUT);
        verdict(infer("semicolons", i -> i + ";2;3;4;5;6;7;8|1;2;3;4;5;6;7;8"), SERIES, ColumnRole.INPUT);
        verdict(infer("short", i -> i + " 2 3 4"), TEXT, ColumnRole.INPUT);
        verdict(infer("words", i -> i + " 2 3 4 5 6 7 eight and nine"), TEXT, ColumnRole.INPUT);
    }

    @Test
    void names_that_come_together_with_others_are_sets_of_labels() {
        var names = List.of("drama", "crime", "comedy", "sci-fi");
        var genres = infer("genres", i -> names.get(i % 4) + (i % 3 == 0 ? "" : "; " + names.get(i / 4 % 4)));
        assertThat(genres.reason()).startsWith("sets of labels: 4 labels (such as ");
        assertThat(genres.suggestedTarget()).isTrue();
        assertThat(genres.text())
                .isNotNull()
                .satisfies(text -> assertThat(text.labels()).isEqualTo(4));
        var places = infer(
                "place",
                i -> List.of("Oslo, Norway", "Lima, Peru", "Bern, Switzerland").get(i % 3));
        verdict(places, CATEGORICAL, ColumnRole.INPUT);
        verdict(infer("review", i -> "I liked it, and " + i + ", too"), TEXT, ColumnRole.INPUT);
    }

    @Test
    void arrays_of_names_are_labels_and_vectors_objects_and_lists_of_lists_are_none() {
        var names = List.of("drama", "crime", "comedy", "sci-fi");
        assertThat(infer("genres", i -> "{%s,%s}".formatted(names.get(i % 4), names.get(i / 4 % 4)))
                        .reason())
                .startsWith("sets of labels: 4 labels (such as c");
        for (var cell : List.of(
                "[%d, %d, 9, 9]", "[[%d,%d,9,9],[1,2,3,4]]", "[{\"bbox\": [%d, %d, 9, 9], \"category\": \"a\"}]")) {
            assertThat(infer("boxes", i -> cell.formatted(i % 12, i / 12 % 12)).reason())
                    .doesNotContain("labels");
        }
    }

    @Test
    void ids_name_rows_or_hold_them_together() {
        verdict(infer("row", i -> String.valueOf(i * 7919 % 100_003)), NUMERIC, ColumnRole.ID);
        verdict(infer("anything", i -> String.valueOf(i + 1)), NUMERIC, ColumnRole.ID);
        verdict(infer("source_id", i -> "x" + i), TEXT, ColumnRole.ID);
        verdict(infer("Patient ID", i -> String.valueOf(i / 4)), CATEGORICAL, ColumnRole.GROUP);
        verdict(infer("patient", i -> "P%03d".formatted(i / 6)), CATEGORICAL, ColumnRole.GROUP);
        verdict(infer("testSubject", i -> String.valueOf(i / 6)), CATEGORICAL, ColumnRole.GROUP);
        verdict(infer("hash", i -> Integer.toHexString(i * 2_654_435)), TEXT, ColumnRole.ID);
    }

    @Test
    void content_without_blanks_is_read_and_names_of_rows_are_not() {
        verdict(infer("smiles", i -> "C".repeat(5 + i % 40) + "(=O)N" + "C".repeat(i / 40)), TEXT, ColumnRole.INPUT);
        verdict(
                infer(
                        "sequence",
                        i -> Integer.toString(1_000_000 + i * 7919, 4)
                                        .replace('0', 'A')
                                        .replace('1', 'C')
                                        .replace('2', 'G')
                                        .replace('3', 'T')
                                + "AC"),
                TEXT,
                ColumnRole.INPUT);
        verdict(infer("page", i -> "https://example.org/" + "x".repeat(i % 50) + i), TEXT, ColumnRole.ID);
        verdict(infer("mail", i -> "somebody" + "x".repeat(i % 50) + i + "@example.org"), TEXT, ColumnRole.ID);
        verdict(infer("order", i -> "ORDER-2020-%06d".formatted(i)), TEXT, ColumnRole.ID);
        verdict(infer("who", i -> "n" + Integer.toString(i * 31, 36)), TEXT, ColumnRole.ID);
    }

    @Test
    void words_are_the_input_where_there_is_nothing_else() {
        var page = infer("page", i -> "https://example.org/" + i);
        var label = infer("label", i -> i % 2 == 0 ? "good" : "bad");
        var size = infer("size", i -> String.valueOf(i / 2.0));
        assertThat(SoleInput.settle(List.of(page, label)).getFirst().role()).isEqualTo(ColumnRole.INPUT);
        assertThat(SoleInput.settle(List.of(page, label)).getFirst().reason())
                .isEqualTo("single words, different in every row; read, since there is nothing else to read");
        assertThat(SoleInput.settle(List.of(page, label, size)).getFirst()).isSameAs(page);
    }

    @Test
    void how_many_there_are_is_no_name_of_one() {
        verdict(infer("household", i -> String.valueOf(i * 7 % 29)), NUMERIC, ColumnRole.INPUT);
        verdict(infer("customer", i -> i % 3 == 0 ? "new" : "old"), CATEGORICAL, ColumnRole.INPUT);
    }

    @Test
    void parts_of_a_split_are_known_by_their_values() {
        verdict(infer("usage", i -> i % 5 == 0 ? "test" : "train"), CATEGORICAL, ColumnRole.SPLIT);
        verdict(infer("scope", i -> i % 5 == 0 ? "in" : "out"), CATEGORICAL, ColumnRole.INPUT);
    }

    @Test
    void files_are_media_only_when_they_are_there() {
        verdict(infer("photo", i -> "images/" + i + ".PNG", true), IMAGE, ColumnRole.INPUT);
        verdict(infer("clip", i -> i + ".wav", true), AUDIO, ColumnRole.INPUT);
        verdict(infer("photo", i -> "images/" + i + ".PNG", false), TEXT, ColumnRole.IGNORE);
    }

    @Test
    void what_says_nothing_is_ignored() {
        verdict(infer("empty", i -> null), CATEGORICAL, ColumnRole.IGNORE);
        verdict(infer("constant", i -> "same"), CATEGORICAL, ColumnRole.IGNORE);
        verdict(infer("day", i -> "2024-01-%02d".formatted(1 + i % 28)), DATE, ColumnRole.INPUT);
    }

    @Test
    void counts_missing_values_and_classes() {
        var column = infer("vote", i -> i % 4 == 0 ? null : i % 4 == 1 ? "yes" : "no");
        assertThat(column.missing()).isEqualTo(250);
        assertThat(column.distinct()).isEqualTo(2);
        assertThat(column.topValues()).containsExactly(entry("no", 500L), entry("yes", 250L));
    }

    @Test
    void figures_agree_with_the_textbook() {
        var stats = infer("x", i -> String.valueOf(i / 2.0)).numbers();
        assertThat(stats).isNotNull().satisfies(s -> {
            assertThat(s.mean()).isCloseTo(249.75, within(1e-9));
            assertThat(s.deviation()).isCloseTo(Math.sqrt((1_000.0 * 1_000 - 1) / 12) / 2, within(1e-9));
            assertThat(s.histogram().counts().stream().mapToLong(n -> n).sum()).isEqualTo(ROWS);
        });
    }

    @Test
    void counts_different_values_within_two_percent_beyond_the_exact_range() {
        var counter = new DistinctCounter();
        LongStream.range(0, 500_000).forEach(i -> counter.add("value " + i % 300_000));
        assertThat(counter.isExact()).isFalse();
        assertThat((double) counter.count()).isCloseTo(300_000, within(6_000.0));
    }

    @Test
    void a_column_that_another_one_determines_gets_a_hint() {
        var leakage = new LeakageHints();
        for (var i = 0; i < 600; i++) {
            leakage.row(new String[] {"speaker" + i % 12, i % 12 < 5 ? "uk" : "us", String.valueOf(i % 7)});
        }
        var columns = List.of(
                infer("speaker", i -> "speaker" + i % 12, 0),
                infer("accent", i -> i % 12 < 5 ? "uk" : "us", 1),
                infer("digit", i -> String.valueOf(i % 7), 2));
        var marked = leakage.mark(columns);
        assertThat(marked.get(1).hints()).singleElement().asString().contains("speaker");
        assertThat(marked.get(0).hints()).isEmpty();
        assertThat(marked.get(2).hints()).isEmpty();
    }

    private static void verdict(ColumnInfo column, ColumnModality modality, ColumnRole role) {
        assertThat(column.modality())
                .as("%s: %s", column.name(), column.reason())
                .isEqualTo(modality);
        assertThat(column.role()).as("%s: %s", column.name(), column.reason()).isEqualTo(role);
        assertThat(column.reason()).isNotBlank();
    }

    private static ColumnInfo infer(String name, IntFunction<String> cells) {
        return infer(name, cells, false);
    }

    private static ColumnInfo infer(String name, IntFunction<String> cells, boolean resolved) {
        return ColumnInference.infer(name, 0, profile(cells), resolved);
    }

    private static ColumnInfo infer(String name, IntFunction<String> cells, int position) {
        return ColumnInference.infer(name, position, profile(cells), false);
    }

    private static ColumnProfiler profile(IntFunction<String> cells) {
        var profiler = new ColumnProfiler(true);
        for (var i = 0; i < ROWS; i++) {
            profiler.cell(i + 2, cells.apply(i));
        }
        return profiler;
    }
}
