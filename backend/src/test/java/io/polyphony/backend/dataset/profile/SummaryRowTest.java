package io.polyphony.backend.dataset.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SummaryRowTest {

    @Test
    void a_last_row_that_sums_up_is_told() {
        for (var word : List.of("Total", "Summe:", "AVERAGE")) {
            assertThat(hint(word, "1", "2", word))
                    .as(word)
                    .hasValueSatisfying(hint -> assertThat(hint).contains("the last row says `" + word, "Maybe"));
        }
    }

    @Test
    void a_class_of_that_name_and_other_words_are_not() {
        assertThat(hint("total", "total", "partial", "total")).isEmpty();
        assertThat(hint("red", "blue", "red")).isEmpty();
        assertThat(hint(null, "total")).isEmpty();
    }

    private static Optional<String> hint(@Nullable String last, String... cells) {
        var profiler = new ColumnProfiler(true);
        for (int i = 0; i < cells.length; i++) {
            profiler.cell(i + 2, cells[i]);
        }
        return SummaryRow.hint(last, profiler);
    }
}
