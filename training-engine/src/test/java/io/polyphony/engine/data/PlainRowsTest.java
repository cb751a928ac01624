package io.polyphony.engine.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlainRowsTest {
    @Test
    void masks_that_are_to_be_drawn_are_missing_files() {
        var task = new TaskSpec("outline", TaskType.SEGMENTATION);
        var codec = new MaskCodec(task, List.of("0", "255"), new int[] {0, 255}, false, "picture", 8);
        var preprocessor = new Preprocessor(
                List.of(new InputSpec("pictures", Modality.IMAGE, List.of("picture"))), Map.of(), List.of(codec));
        var rows = PlainRows.of(preprocessor, List.of(Map.of("picture", new byte[] {1, 2}), Map.of()));
        assertThat(rows.column("outline")).isInstanceOfSatisfying(Column.Files.class, files -> {
            assertThat(files.rows()).isEqualTo(2);
            assertThat(files.reader().read(0)).isNull();
        });
        assertThat(rows.column("picture")).isInstanceOfSatisfying(Column.Files.class, files -> {
            assertThat(files.reader().read(0)).containsExactly(1, 2);
            assertThat(files.reader().read(1)).isNull();
        });
    }
}
