package io.polyphony.engine.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SceneAugmentationTest {
    private static final int SIZE = 16;
    private static final Leeway FREE = new Leeway(Mirror.ALL_WAYS, true, false);

    @Test
    void a_mask_follows_its_picture() {
        var ways = new HashSet<Integer>();
        for (int seed = 0; seed < 60; seed++) {
            // Hardly any strength leaves the eight ways in which a square falls on itself.
            var movement = moved(1e-9, seed);
            ways.add(movement.turn());
            assertThat(wrong(1e-9, seed)).as("way %d", movement.turn()).isZero();
        }
        assertThat(ways).hasSize(8);
    }

    @Test
    void it_follows_turns_and_shifts_but_for_the_blurred_border() {
        double wrong = 0;
        for (int seed = 0; seed < 60; seed++) {
            wrong += wrong(1, seed) / 60;
        }
        assertThat(wrong).isLessThan(0.02);
    }

    @Test
    void what_has_an_above_and_a_below_is_never_turned_upside_down() {
        var upright = new Leeway(Mirror.SIDEWAYS, true, false);
        var ways = new HashSet<Integer>();
        for (int seed = 0; seed < 60; seed++) {
            ways.add(Movement.of(1, upright, new SplittableRandom(seed)).turn());
        }
        assertThat(ways).containsExactlyInAnyOrder(0, 1);
    }

    @Test
    void one_coloured_picture_in_five_loses_its_colours() {
        int grey = 0;
        for (int seed = 0; seed < 200; seed++) {
            var picture = new float[3 * SIZE * SIZE];
            for (int i = 0; i < picture.length; i++) {
                picture[i] = i % 3 == 0 ? 1 : -0.5f;
            }
            new SceneAugmentation(SIZE, 3, 1, new Movements(1), FREE).apply(picture, 0, new SplittableRandom(seed));
            grey += Math.abs(picture[0] - picture[1]) < 1e-6 && Math.abs(picture[1] - picture[2]) < 1e-6 ? 1 : 0;
        }
        assertThat(grey).isBetween(20, 60);
    }

    /** Whatever way it is turned, tilted and made smaller: all that was there still is, and what is new is unknown. */
    @Test
    void a_whole_picture_loses_nothing() {
        for (int seed = 0; seed < 60; seed++) {
            var picture = new float[SIZE * SIZE];
            for (int corner : new int[] {0, SIZE - 1, SIZE * (SIZE - 1), SIZE * SIZE - 1}) {
                picture[corner] = 100; // so bright that less light or contrast does not hide it
            }
            var movements = new Movements(1);
            new SceneAugmentation(SIZE, 1, 1, movements, new Leeway(Mirror.ALL_WAYS, true, true))
                    .apply(picture, 0, new SplittableRandom(seed));
            var movement = movements.at(0);
            for (int corner : new int[] {0, SIZE - 1, SIZE * (SIZE - 1), SIZE * SIZE - 1}) {
                var place = movement.target((double) (corner / SIZE), corner % SIZE, SIZE);
                assertThat(place[0]).isBetween(-0.5, SIZE - 0.5);
                assertThat(place[1]).isBetween(-0.5, SIZE - 0.5);
                assertThat(near(picture, place))
                        .as("corner %d, seed %d", corner, seed)
                        .isGreaterThan(5);
            }
            var cells = new byte[SIZE * SIZE];
            var known = new float[SIZE * SIZE];
            Samples.masksOf(SIZE, cells).read(0, movement, new float[SIZE * SIZE], known, 0);
            for (int i = 0; i < known.length; i++) {
                assertThat(known[i] == 0).isEqualTo(movement.source(i, SIZE) == Movement.NOTHING);
            }
        }
    }

    /** The brightest pixel around a place. */
    private static double near(float[] picture, double[] place) {
        double brightest = 0;
        for (int y = (int) Math.max(0, place[0] - 1); y <= Math.min(SIZE - 1, place[0] + 1); y++) {
            for (int x = (int) Math.max(0, place[1] - 1); x <= Math.min(SIZE - 1, place[1] + 1); x++) {
                brightest = Math.max(brightest, picture[y * SIZE + x]);
            }
        }
        return brightest;
    }

    @Test
    void a_picture_that_stays_keeps_its_mask() {
        var cells = new byte[SIZE * SIZE];
        cells[3] = (byte) Masks.FULL;
        var targets = new float[SIZE * SIZE];
        Samples.masksOf(SIZE, cells).read(0, Movement.NONE, targets, new float[SIZE * SIZE], 0);
        assertThat(targets[3]).isEqualTo(1);
        assertThat(targets[4]).isZero();
    }

    /** The share of pixels where the moved picture, an image of its mask, and the moved mask do not agree. */
    private static double wrong(double strength, long seed) {
        var cells = corner();
        var picture = new float[2 * SIZE * SIZE];
        for (int i = 0; i < cells.length; i++) {
            picture[SIZE * SIZE + i] = cells[i] != 0 ? 1 : -1;
        }
        var movements = new Movements(2);
        var augmentation = new SceneAugmentation(SIZE, 1, strength, movements, FREE);
        augmentation.apply(picture, SIZE * SIZE, new SplittableRandom(seed));
        var targets = new float[SIZE * SIZE];
        Samples.masksOf(SIZE, cells).read(0, movements.at(1), targets, new float[SIZE * SIZE], 0);
        int wrong = 0;
        for (int i = 0; i < targets.length; i++) {
            wrong += picture[SIZE * SIZE + i] > 0 == targets[i] > 0.5 ? 0 : 1;
        }
        return (double) wrong / targets.length;
    }

    /** Unlike itself in all eight ways. */
    private static byte[] corner() {
        var cells = new byte[SIZE * SIZE];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = (byte) (i / SIZE < 5 && i % SIZE < 11 ? Masks.FULL : 0);
        }
        return cells;
    }

    private static Movement moved(double strength, long seed) {
        var movements = new Movements(1);
        new SceneAugmentation(SIZE, 1, strength, movements, FREE)
                .apply(new float[SIZE * SIZE], 0, new SplittableRandom(seed));
        return movements.at(0);
    }
}
