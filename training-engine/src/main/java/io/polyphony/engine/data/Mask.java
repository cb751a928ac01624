package io.polyphony.engine.data;

import java.util.Arrays;

/**
 * The class of every pixel of a picture.
 *
 * @param classes class index, or {@link #UNKNOWN}; row-major [height, width]
 */
public record Mask(int height, int width, byte[] classes) {
    /** A pixel of which nobody says what it is; it counts neither in training nor in metrics. */
    public static final byte UNKNOWN = -1;

    /** The class of that pixel. */
    public int at(int y, int x) {
        return classes[y * width + x];
    }

    /** Fitted on a square as its picture is; the border that it leaves is unknown. */
    public Mask fitted(int size) {
        var box = new Letterbox(height, width, size);
        var square = new byte[size * size];
        Arrays.fill(square, UNKNOWN);
        for (var y = 0; y < box.tall(); y++) {
            var line = nearest(y, box.tall(), height) * width;
            var at = (box.top() + y) * size + box.left();
            for (var x = 0; x < box.wide(); x++) {
                square[at + x] = classes[line + nearest(x, box.wide(), width)];
            }
        }
        return new Mask(size, size, square);
    }

    /** The same with a longer side of at most that many pixels. */
    public Mask within(int most) {
        var longer = Math.max(height, width);
        if (longer <= most) {
            return this;
        }
        var box = new Letterbox(height, width, most);
        var smaller = new byte[box.tall() * box.wide()];
        for (var y = 0; y < box.tall(); y++) {
            for (var x = 0; x < box.wide(); x++) {
                smaller[y * box.wide() + x] =
                        classes[nearest(y, box.tall(), height) * width + nearest(x, box.wide(), width)];
            }
        }
        return new Mask(box.tall(), box.wide(), smaller);
    }

    /** The middle of a pixel of so many lies in which of the others. */
    private static int nearest(int at, int count, int others) {
        return Math.min(others - 1, (int) ((at + 0.5) * others / count));
    }
}
