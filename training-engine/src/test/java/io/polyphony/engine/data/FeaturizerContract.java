package io.polyphony.engine.data;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every featurizer owes: blocks as announced, zeros for what is missing, the same numbers again, nothing learnt from other rows. */
abstract class FeaturizerContract {

    private static final int[] TRAIN = {0, 1, 2, 3};
    private static final int[] ALL = {0, 1, 2, 3, 4, 5};

    abstract FeaturizerSpec spec();

    /** Six rows: 0-3 are train rows, 4 holds what train rows lack, 5 is missing. */
    abstract Table table();

    /** The same, but with other rows 4 and 5. */
    abstract Table otherwise();

    abstract InputSpec input();

    private Featurizer fitted() {
        return Featurizers.fit(spec(), table(), input(), TRAIN);
    }

    @Test
    void blocks_are_as_the_layout_says() {
        var featurizer = fitted();
        var features = featurizer.apply(table(), ALL);
        assertThat(features.blocks().keySet())
                .isEqualTo(featurizer.layout().blocks().keySet());
        featurizer.layout().blocks().forEach((name, layout) -> {
            switch (features.blocks().get(name)) {
                case Block.Dense(var shape, var values) -> {
                    assertThat(shape).isEqualTo(layout.shape());
                    assertThat(layout.codes()).isFalse();
                    assertThat(values).hasSize(ALL.length * layout.size());
                    for (var value : values) {
                        assertThat(value).isFinite();
                    }
                }
                case Block.Codes(var shape, var values) -> {
                    assertThat(shape).isEqualTo(layout.shape());
                    assertThat(layout.codes()).isTrue();
                    assertThat(values).hasSize(ALL.length * layout.size());
                    for (var i = 0; i < values.length; i++) {
                        var of = layout.cardinalities();
                        assertThat(values[i]).isBetween(0, of[of.length == 1 ? 0 : i % of.length] - 1);
                    }
                }
                case null -> throw new AssertionError("The block (%s) is missing.".formatted(name));
            }
        });
    }

    /** Row 0 is there, row 4 holds what train rows lack. */
    @Test
    void a_person_can_read_every_number() {
        var featurizer = fitted();
        var layout = featurizer.layout();
        featurizer
                .silent()
                .forEach((block, numbers) ->
                        assertThat(numbers).hasSize(layout.block(block).size()));
        for (var row : new int[] {0, 4}) {
            switch (featurizer.reading(table(), row)) {
                case Reading.Whole() -> {}
                case Reading.Cells(var columns, var cells) ->
                    columns.forEach((block, names) -> {
                        assertThat(cells.keySet()).containsAll(names);
                        var blocks = layout.blocks().get(block);
                        assertThat(names).hasSize(blocks == null ? 0 : blocks.size());
                    });
                case Reading.Words(var words) -> {
                    var codes = (Block.Codes) requireNonNull(
                            featurizer.apply(table(), new int[] {row}).blocks().get(InputLayout.TOKENS));
                    assertThat(words).hasSize((int) Arrays.stream(codes.values())
                            .filter(code -> code != 0)
                            .count());
                }
                case Reading.Pixels(var top, var left, var height, var width) -> {
                    int size = layout.block(InputLayout.PIXELS).shape()[0];
                    assertThat(Math.max(height, width)).isEqualTo(size);
                    assertThat(top + height).isLessThanOrEqualTo(size);
                    assertThat(left + width).isLessThanOrEqualTo(size);
                }
                case Reading.Ninths(var box, var side, var parts) -> {
                    assertThat(parts).hasSize(layout.block(InputLayout.PATCHES).size());
                    assertThat(parts).contains(-1, 0, 8);
                    assertThat(Math.max(box.height(), box.width())).isEqualTo(side);
                }
                case Reading.Sound(var start, var step, var hertz) -> {
                    assertThat(step).isBetween(0.005, 0.02);
                    assertThat(start).isFinite();
                    assertThat(hertz)
                            .isSorted()
                            .hasSize(layout.block(InputLayout.MEL).shape()[1]);
                }
                case Reading.Steps(var channels, var steps) -> {
                    int[] shape = layout.block(InputLayout.SERIES).shape();
                    assertThat(channels).hasSize(shape[1]);
                    assertThat(steps).isBetween(1, shape[0]);
                }
            }
        }
    }

    @Test
    void a_missing_row_is_zero_and_not_present() {
        var features = fitted().apply(table(), ALL);
        assertThat(features.present()).containsExactly(true, true, true, true, true, false);
        features.select(new int[] {5}).blocks().forEach((name, block) -> {
            switch (block) {
                case Block.Dense(int[] shape, float[] values) ->
                    assertThat(values).as(name).containsOnly(0f);
                case Block.Codes(int[] shape, int[] values) ->
                    assertThat(values).as(name).containsOnly(0);
            }
        });
    }

    @Test
    void rows_do_not_depend_on_their_neighbours() {
        var featurizer = fitted();
        var alone = featurizer.apply(table(), new int[] {2});
        var among = featurizer.apply(table(), ALL).select(new int[] {2});
        assertThat(among).usingRecursiveComparison().isEqualTo(alone);
    }

    @Test
    void only_train_rows_are_learnt_from() {
        assertThat(Featurizers.fit(spec(), otherwise(), input(), TRAIN))
                .usingRecursiveComparison()
                .isEqualTo(fitted());
    }

    @Test
    void json_brings_back_the_same_numbers() throws JsonProcessingException {
        var json = new ObjectMapper();
        var featurizer = fitted();
        var read = json.readValue(json.writerFor(Featurizer.class).writeValueAsString(featurizer), Featurizer.class);
        assertThat(read.apply(table(), ALL)).usingRecursiveComparison().isEqualTo(featurizer.apply(table(), ALL));
        assertThat(read.layout()).isEqualTo(featurizer.layout());
    }

    @Test
    void the_spec_survives_json() throws JsonProcessingException {
        var json = new ObjectMapper();
        var written = json.writerFor(FeaturizerSpec.class).writeValueAsString(spec());
        assertThat(json.readValue(written, FeaturizerSpec.class)).isEqualTo(spec());
    }

    /** An input over these columns. */
    static InputSpec over(Modality modality, String... columns) {
        return new InputSpec("input", modality, List.of(columns));
    }
}
