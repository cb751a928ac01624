package io.polyphony.engine.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SymmetriesTest {
    private static final int SIZE = 16;

    @Test
    void cells_lie_everywhere() {
        assertThat(Symmetries.of(masks(2, 60, SymmetriesTest::cell))).isEqualTo(Mirror.ALL_WAYS);
    }

    @Test
    void the_sky_is_above() {
        assertThat(Symmetries.of(masks(3, 60, SymmetriesTest::street))).isEqualTo(Mirror.SIDEWAYS);
    }

    @Test
    void the_heart_is_on_the_left() {
        assertThat(Symmetries.of(masks(2, 60, SymmetriesTest::heart))).isEqualTo(Mirror.NONE);
    }

    @Test
    void a_few_pictures_prove_nothing() {
        assertThat(Symmetries.of(masks(2, 5, SymmetriesTest::heart))).isEqualTo(Mirror.ALL_WAYS);
    }

    /** A wide picture on a square has bars above and below, and its middle need not be the square's. */
    @Test
    void what_is_unknown_says_nothing() {
        assertThat(Symmetries.of(masks(2, 60, seed -> barred(cell(seed))))).isEqualTo(Mirror.ALL_WAYS);
    }

    @Test
    void rows_without_masks_are_left_out() {
        assertThat(Symmetries.of(masks(3, 60, seed -> seed % 2 == 0 ? null : street(seed))))
                .isEqualTo(Mirror.SIDEWAYS);
        assertThat(Symmetries.of(masks(3, 60, _ -> null))).isEqualTo(Mirror.ALL_WAYS);
    }

    /** Of one to four pixels, anywhere. */
    private static byte[] cell(int seed) {
        var random = new SplittableRandom(seed);
        var cells = new byte[SIZE * SIZE];
        int y = 4 + random.nextInt(SIZE - 8);
        int x = random.nextInt(SIZE);
        Arrays.fill(cells, y * SIZE + x, y * SIZE + Math.min(SIZE, x + 1 + random.nextInt(3)), (byte) Masks.FULL);
        return cells;
    }

    /** Sky above, street below, and something on it. */
    private static byte[] street(int seed) {
        var random = new SplittableRandom(seed);
        var cells = new byte[SIZE * SIZE];
        Arrays.fill(cells, SIZE * (5 + random.nextInt(6)), cells.length, (byte) 1);
        cells[SIZE * (SIZE - 3) + random.nextInt(SIZE)] = 2;
        return cells;
    }

    private static byte[] heart(int seed) {
        var random = new SplittableRandom(seed);
        var cells = new byte[SIZE * SIZE];
        cells[SIZE * random.nextInt(SIZE) + 2 + random.nextInt(4)] = (byte) Masks.FULL;
        return cells;
    }

    private static byte[] barred(byte[] cells) {
        Arrays.fill(cells, 0, 4 * SIZE, Mask.UNKNOWN);
        Arrays.fill(cells, SIZE * (SIZE - 4), SIZE * SIZE, Mask.UNKNOWN);
        return cells;
    }

    private static Masks masks(int classes, int rows, IntFunction<byte @Nullable []> made) {
        var cells = new byte[rows] @Nullable [];
        Arrays.setAll(cells, made);
        return new Masks(
                SIZE,
                classes,
                cells,
                Samples.masksOf(SIZE, new byte[SIZE * SIZE]).own(),
                IntStream.range(0, rows).toArray());
    }
}
