package io.polyphony.engine.auxiliary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.engine.data.BlockLayout;
import io.polyphony.engine.data.InputLayout;
import io.polyphony.engine.data.Modality;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TargetTest {
    private float[] target = {};
    private float[] known = {};

    private void read(Target part, Blocks blocks, int row) {
        target = new float[part.count()];
        known = new float[part.count()];
        part.read(blocks, row, target, known, 0);
    }

    @Test
    void numbers_are_told_as_far_as_they_are_there() {
        var part = new Target.Numbers("numbers", 3, new int[] {0, 2});
        var rows = new float[] {9, 9, 9, 0, 0, 1, 2, 3, 0, 1};
        read(part, new Blocks(Map.of("numbers", rows), Map.of()), 1);
        assertThat(target).containsExactly(1, 2, 3);
        assertThat(known).containsExactly(1, 1, 0);
    }

    @Test
    void each_column_has_one_category_or_none() {
        var part = new Target.Categories("codes", new int[] {3, 4});
        read(part, new Blocks(Map.of(), Map.of("codes", new int[] {2, 0})), 0);
        assertThat(target).containsExactly(0, 0, 1, 0, 0, 0, 0);
        assertThat(known).containsExactly(1, 1, 1, 0, 0, 0, 0);
    }

    @Test
    void a_text_is_its_tokens_in_any_order_and_padding_is_none() {
        var part = new Target.Bag("tokens", "weights", 4, new int[] {6});
        var blocks = new Blocks(
                Map.of("weights", new float[] {0.25f, 0.5f, 0.25f, 0}), Map.of("tokens", new int[] {3, 1, 3, 0}));
        read(part, blocks, 0);
        assertThat(target).containsExactly(new float[] {0, 0.5f, 0, 0.5f, 0, 0}, within(1e-6f));
        assertThat(known).containsOnly(1);
        read(part, new Blocks(Map.of("weights", new float[4]), Map.of("tokens", new int[4])), 0);
        assertThat(known).containsOnly(0);
    }

    @Test
    void more_tokens_than_places_share_them() {
        for (int code = 0; code < 10_000; code++) {
            assertThat(Hashing.place(code, 256)).isBetween(0, 255);
        }
        assertThat(Hashing.place(255, 256)).isEqualTo(255);
    }

    @Test
    void a_picture_is_the_means_of_its_cells() {
        var part = new Target.Grid("pixels", 3, 2, 1, 2, 1);
        read(part, new Blocks(Map.of("pixels", new float[] {1, 3, 5, 7, 10, 20}), Map.of()), 0);
        assertThat(target).containsExactly(new float[] {4, 15}, within(1e-6f));
        assertThat(known).containsOnly(1);
    }

    @Test
    void a_series_is_the_means_of_its_spans_as_far_as_it_goes() {
        var part = new Target.Spans("series", "weights", 4, 2, 2);
        var blocks = new Blocks(
                Map.of("series", new float[] {1, 10, 2, 20, 4, 40, 9, 9}, "weights", new float[] {0.3f, 0.3f, 0.3f, 0}),
                Map.of());
        read(part, blocks, 0);
        assertThat(target).containsExactly(new float[] {1.5f, 15, 4, 40}, within(1e-6f));
        assertThat(known).containsOnly(1);
    }

    @Test
    void every_block_has_its_target_unless_the_encoder_does_not_read_it() {
        var blocks = new LinkedHashMap<String, BlockLayout>();
        blocks.put(InputLayout.NUMBERS, BlockLayout.dense(5).flagging(1));
        blocks.put(InputLayout.CODES, BlockLayout.codes(2, 3, 9000));
        blocks.put(InputLayout.TOKENS, BlockLayout.codes(7, 40));
        blocks.put(InputLayout.WEIGHTS, BlockLayout.dense(7));
        blocks.put(InputLayout.PIXELS, BlockLayout.dense(28, 28, 3));
        blocks.put(InputLayout.MEL, BlockLayout.dense(5, 40, 1));
        blocks.put(InputLayout.SERIES, BlockLayout.dense(7, 2));
        var layout = new InputLayout("all", Modality.TABULAR, blocks);
        assertThat(Targets.of(layout, _ -> true).parts().stream().map(Target::count))
                .containsExactly(4, 3 + 256, 40, 8 * 8 * 3, 5 * 8, 7 * 2);
        assertThat(Targets.of(layout, InputLayout.PIXELS::equals).count()).isEqualTo(192);
    }
}
