package io.polyphony.backend.dataset.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SegmentCodecTest {
    @Test
    void gives_back_every_cell_missing_ones_and_line_breaks_included() throws IOException {
        var texts = new String[] {"a", null, "", "zwei\nZeilen", "\uD83C\uDFB5"};
        var numbers = new String[] {"1", "1", "2", null, "2"};
        var encoded = SegmentCodec.encode(List.of(texts, numbers));
        var decoded = SegmentCodec.decode(new ByteArrayInputStream(encoded), new boolean[] {true, true});
        assertThat(decoded[0]).containsExactly(texts);
        assertThat(decoded[1]).containsExactly(numbers);
    }

    @Test
    void decodes_only_what_is_wanted() throws IOException {
        var encoded = SegmentCodec.encode(List.of(new String[] {"long text"}, new String[] {"2"}));
        var decoded = SegmentCodec.decode(new ByteArrayInputStream(encoded), new boolean[] {false, true});
        assertThat(decoded[0]).isNull();
        assertThat(decoded[1]).containsExactly("2");
    }

    @Test
    void a_writer_cuts_a_long_table_into_segments_without_losing_a_row() {
        var rows = new ArrayList<Integer>();
        var writer = new SegmentWriter(1, (first, count, bytes) -> rows.addAll(List.of((int) first, count)));
        for (var i = 0; i < 70_000; i++) {
            writer.row(new String[] {String.valueOf(i)});
        }
        writer.finish();
        assertThat(rows).isEqualTo(Arrays.asList(0, 65_536, 65_536, 4_464));
    }
}
