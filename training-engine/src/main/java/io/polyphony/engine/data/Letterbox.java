package io.polyphony.engine.data;

/**
 * Where a picture lies on a square onto which it was fitted with its aspect kept: centred, and just touching two sides.
 *
 * @param height of the picture in its own pixels
 * @param width of the picture in its own pixels
 * @param size of the square's sides in its pixels
 */
public record Letterbox(int height, int width, int size) {

    /** Lines of the square that the picture covers. */
    public int tall() {
        return Math.max(1, Math.round(height * (float) size / Math.max(height, width)));
    }

    /** Columns of the square that the picture covers. */
    public int wide() {
        return Math.max(1, Math.round(width * (float) size / Math.max(height, width)));
    }

    /** The first line of the square that the picture covers. */
    public int top() {
        return (size - tall()) / 2;
    }

    /** The first column of the square that the picture covers. */
    public int left() {
        return (size - wide()) / 2;
    }
}
