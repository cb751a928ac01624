package io.polyphony.frontend.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.backend.dataset.ColumnInfo;
import io.polyphony.backend.dataset.ColumnModality;
import io.polyphony.backend.dataset.ColumnRole;
import io.polyphony.backend.dataset.Histogram;
import io.polyphony.backend.dataset.NumberStats;
import io.polyphony.engine.data.Modality;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InputKindsTest {
    private static final List<ColumnInfo> COLUMNS = List.of(
            column("price", ColumnModality.NUMERIC),
            column("weight", ColumnModality.NUMERIC),
            column("colour", ColumnModality.CATEGORICAL),
            column("title", ColumnModality.TEXT),
            column("review", ColumnModality.TEXT),
            column("pulse", ColumnModality.SERIES),
            column("front", ColumnModality.IMAGE),
            column("back", ColumnModality.IMAGE));

    private static final List<String> ALL =
            COLUMNS.stream().map(ColumnInfo::name).toList();

    @Test
    void cells_and_texts_are_one_input_each_and_every_file_is_one() {
        var kinds = new InputKinds(COLUMNS, ALL, false, List.of());
        assertThat(kinds.modalities())
                .containsExactly(Modality.TABULAR, Modality.TEXT, Modality.SERIES, Modality.IMAGE, Modality.IMAGE);
        assertThat(kinds.cells()).extracting(ColumnInfo::name).containsExactly("price", "weight", "colour");
    }

    @Test
    void of_steps_of_time_numbers_are_the_past() {
        var kinds = new InputKinds(COLUMNS, ALL, true, List.of());
        assertThat(kinds.modalities())
                .containsExactly(
                        Modality.SERIES,
                        Modality.TABULAR,
                        Modality.TEXT,
                        Modality.SERIES,
                        Modality.IMAGE,
                        Modality.IMAGE);
        assertThat(kinds.cells()).extracting(ColumnInfo::name).containsExactly("colour");
        assertThat(new InputKinds(COLUMNS, List.of(), true, List.of()).modalities())
                .containsExactly(Modality.SERIES);
        assertThat(new InputKinds(COLUMNS, List.of(), true, List.of("price")).modalities())
                .as("the past, and what is known ahead")
                .containsExactly(Modality.SERIES, Modality.SERIES);
    }

    private static ColumnInfo column(String name, ColumnModality modality) {
        var numbers = modality == ColumnModality.NUMERIC
                ? new NumberStats(0, 99, 49.5, 28.9, true, 0, new Histogram(0, 99, List.of()), List.of())
                : null;
        return new ColumnInfo(
                name,
                0,
                modality,
                ColumnRole.INPUT,
                "",
                0,
                9,
                Map.of(),
                numbers,
                null,
                null,
                false,
                null,
                null,
                List.of());
    }
}
