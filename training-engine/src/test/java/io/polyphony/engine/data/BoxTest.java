package io.polyphony.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BoxTest {
    private static final int SIZE = 32;

    /** Half of each covers half of the other: 2 x 4 of 4 x 4 + 4 x 4 - 2 x 4. */
    @Test
    void intersection_over_union() {
        var one = new Box("a", 0, 0, 4, 4);
        assertThat(one.iou(new Box("b", 2, 0, 4, 4))).isCloseTo(8.0 / 24, within(1e-12));
        assertThat(one.iou(one)).isEqualTo(1);
        assertThat(one.iou(new Box("a", 4, 0, 4, 4))).isZero();
    }

    /** 40 wide and 20 tall on a square of 32: 32 x 16, eight lines from the top. */
    @Test
    void it_lies_on_the_square_as_its_picture_does_and_comes_back() {
        var square = new Letterbox(20, 40, SIZE);
        var box = new Box("a", 10, 5, 20, 10);
        assertThat(box.on(square)).isEqualTo(new Box("a", 8, 12, 16, 8));
        assertThat(box.on(square).off(square)).isEqualTo(box);
    }

    @Test
    void what_lies_beyond_the_picture_is_cut_off() {
        assertThat(new Box("a", -2, 3, 5, 30).within(10, 8)).isEqualTo(new Box("a", 0, 3, 3, 5));
        assertThat(new Box("a", 12, 3, 5, 3).within(10, 8).area()).isZero();
    }

    @Test
    void it_follows_its_picture() {
        for (int seed = 0; seed < 80; seed++) {
            var mirror = Mirror.values()[seed % 3];
            var movement = Movement.of(1, new Leeway(mirror, false, false), new SplittableRandom(seed));
            var box = new Box("a", 9, 12, 8, 5);
            var moved = box.moved(movement, SIZE);
            assertThat(moved.area() * movement.cos() * movement.cos()).isCloseTo(box.area(), within(1e-9));
            for (int pixel = 0; pixel < SIZE * SIZE; pixel++) {
                double y = movement.sourceY(pixel / SIZE, pixel % SIZE, SIZE) + 0.5;
                double x = movement.sourceX(pixel / SIZE, pixel % SIZE, SIZE) + 0.5;
                boolean inside = inside(moved, pixel / SIZE + 0.5, pixel % SIZE + 0.5);
                assertThat(inside).as("pixel %d of seed %d", pixel, seed).isEqualTo(inside(box, y, x));
            }
        }
    }

    private static boolean inside(Box box, double y, double x) {
        return x >= box.x() && y >= box.y() && x <= box.x() + box.width() && y <= box.y() + box.height();
    }
}
