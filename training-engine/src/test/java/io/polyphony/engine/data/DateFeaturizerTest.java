package io.polyphony.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.polyphony.engine.data.TabularFeatures.Scaling;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Dates as numbers of a table. */
class DateFeaturizerTest extends FeaturizerContract {
    private static final int[] TRAIN = {0, 1, 2, 3};

    @Override
    FeaturizerSpec spec() {
        return new TabularFeatures(Scaling.STANDARD, 2, 4);
    }

    @Override
    Table table() {
        return table("2031-08-30", null);
    }

    @Override
    Table otherwise() {
        return table("1999-01-01", "2024-01-01");
    }

    private static Table table(@Nullable String fifth, @Nullable String sixth) {
        @Nullable String[] days = {"2024-01-01", "2024-01-09", null, "2024-01-31", fifth, sixth};
        return Samples.table(Map.of("day", new Column.Dates(days), "n", Samples.numbers(1, 2, 3, 4, 5, Double.NaN)));
    }

    @Override
    InputSpec input() {
        return over(Modality.TABULAR, "day", "n");
    }

    /** Days, the day of the year and of the week; year, month and hour never change, and one bit tells what is missing. */
    @Test
    void only_what_changes_is_a_number() {
        var featurizer = Featurizers.fit(spec(), table(), input(), TRAIN);
        assertThat(featurizer.layout().block(InputLayout.NUMBERS).shape()).containsExactly(1 + 2 + 2 + 1 + 1);
        assertThat(featurizer.layout().block(InputLayout.NUMBERS).flagged()).containsExactly(0);
        var reading = (Reading.Cells) featurizer.reading(table(), 1);
        assertThat(reading.cells()).containsEntry("day", "2024-01-09").containsEntry("n", "2");
    }

    @Test
    void a_missing_day_is_the_middle_and_a_bit() {
        var numbers = Samples.floats(
                Featurizers.fit(spec(), table(), input(), TRAIN).apply(table(), new int[] {1, 2}), InputLayout.NUMBERS);
        assertThat(numbers).hasSize(2 * 7);
        assertThat(numbers[7]).as("days").isEqualTo(numbers[0]);
        assertThat(numbers[6]).isZero();
        assertThat(numbers[13]).isEqualTo(1);
    }

    @Test
    void plain_rows_give_the_same_numbers_and_what_is_no_date_is_refused() {
        var preprocessor =
                Preprocessor.fit(table(), TRAIN, List.of(input()), Map.of("input", spec()), List.<TaskSpec>of());
        var plain = PlainRows.of(preprocessor, List.of(Map.of("day", "2024-01-09", "n", 2)));
        var again = Preprocessor.fromJson(preprocessor.toJson());
        assertThat(again.features(plain, new int[] {0}))
                .usingRecursiveComparison()
                .isEqualTo(preprocessor.features(table(), new int[] {1}));
        assertThatThrownBy(() -> PlainRows.of(preprocessor, List.of(Map.of("day", "soon"))))
                .hasMessageContaining("(day)")
                .hasMessageContaining("(soon)")
                .hasMessageContaining("2024-05-31");
    }

    /** Of what is later than all that was learnt from: three weeks tell of weekdays, and nothing of years. */
    @Test
    void of_recurring_dates_only_what_came_twice_is_a_number() {
        @Nullable
        String[] days = IntStream.range(0, 21)
                .mapToObj(day -> "2024-01-%02d".formatted(day + 1))
                .toArray(String[]::new);
        assertThat(parts(new Column.Dates(days, true))).containsExactly(DatePart.WEEKDAY_SINE, DatePart.WEEKDAY_COSINE);
        assertThat(parts(new Column.Dates(days)))
                .containsExactly(
                        DatePart.DAYS,
                        DatePart.YEARDAY_SINE,
                        DatePart.YEARDAY_COSINE,
                        DatePart.WEEKDAY_SINE,
                        DatePart.WEEKDAY_COSINE);
    }

    @Test
    void where_nothing_recurs_the_column_is_still_one_number() {
        @Nullable String[] days = {"2024-01-01", "2024-01-02", "2024-01-03"};
        assertThat(parts(new Column.Dates(days, true))).hasSize(1);
    }

    private static List<DatePart> parts(Column.Dates dates) {
        var rows = IntStream.range(0, dates.rows()).toArray();
        return NumericColumn.fitDates("day", dates, rows, Scaling.STANDARD).stream()
                .map(column -> Objects.requireNonNull(column.part()))
                .toList();
    }
}
