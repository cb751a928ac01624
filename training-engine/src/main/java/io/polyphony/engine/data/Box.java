package io.polyphony.engine.data;

/**
 * A rectangle around a thing on a picture, in pixels: those of the picture itself, or of the square on which it was fitted.
 *
 * @param label what it is
 * @param x its left side, from the picture's left one
 * @param y its upper side, from the picture's upper one
 */
public record Box(String label, double x, double y, double width, double height) {

    public double area() {
        return width * height;
    }

    /** Intersection / union, 0..1; the labels do not matter. */
    public double iou(Box other) {
        var wide = Math.min(x + width, other.x + other.width) - Math.max(x, other.x);
        var tall = Math.min(y + height, other.y + other.height) - Math.max(y, other.y);
        if (wide <= 0 || tall <= 0) {
            return 0;
        }
        return wide * tall / (area() + other.area() - wide * tall);
    }

    /** Where it lies on the square on which its picture was fitted. */
    public Box on(Letterbox square) {
        var down = square.tall() / (double) square.height();
        var across = square.wide() / (double) square.width();
        return new Box(label, square.left() + x * across, square.top() + y * down, width * across, height * down);
    }

    /** Where a box of that square lies on the picture. */
    public Box off(Letterbox square) {
        var down = square.tall() / (double) square.height();
        var across = square.wide() / (double) square.width();
        return new Box(label, (x - square.left()) / across, (y - square.top()) / down, width / across, height / down);
    }

    /** The part of it that a picture of that extent shows; of no area where it shows none. */
    public Box within(double pictureWidth, double pictureHeight) {
        var left = Math.clamp(x, 0, pictureWidth);
        var top = Math.clamp(y, 0, pictureHeight);
        return new Box(
                label,
                left,
                top,
                Math.clamp(x + width, 0, pictureWidth) - left,
                Math.clamp(y + height, 0, pictureHeight) - top);
    }

    /** The upright box around where a movement of the square takes it. */
    Box moved(Movement movement, int size) {
        if (movement == Movement.NONE) {
            return this;
        }
        var least = new double[] {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
        var most = new double[] {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (var corner = 0; corner < 4; corner++) {
            // Pixels are counted from their middles, boxes from the border.
            var fromY = y + (corner & 1) * height - 0.5;
            var fromX = x + (corner >> 1) * width - 0.5;
            var to = movement.target(fromY, fromX, size);
            for (var axis = 0; axis < 2; axis++) {
                least[axis] = Math.min(least[axis], to[axis] + 0.5);
                most[axis] = Math.max(most[axis], to[axis] + 0.5);
            }
        }
        return new Box(label, least[1], least[0], most[1] - least[1], most[0] - least[0]);
    }
}
