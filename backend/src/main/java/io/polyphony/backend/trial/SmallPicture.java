package io.polyphony.backend.trial;

import io.polyphony.media.Pictures;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Optional;

/**
 * A picture to be shown, its longer side at most 256 pixels.
 *
 * @param scale its size by that of the whole, at most 1
 */
record SmallPicture(BufferedImage image, double scale) {
    static final int SIDE = 256;

    /** Empty where the file cannot be shown: import has seen it whole, and it spoils no figure. */
    static Optional<SmallPicture> of(byte[] file) {
        try {
            var read = Pictures.read(file, 2 * SIDE);
            return read == null ? Optional.empty() : Optional.of(scaled(read, Pictures.extent(file)));
        } catch (IOException damaged) {
            return Optional.empty();
        }
    }

    /** @param whole height and width before it was thinned out */
    private static SmallPicture scaled(BufferedImage image, int... whole) {
        double scale = Math.min(1, (double) SIDE / Math.max(whole[0], whole[1]));
        int width = Math.max(1, (int) Math.round(scale * whole[1]));
        int height = Math.max(1, (int) Math.round(scale * whole[0]));
        var small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = small.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        return new SmallPicture(small, scale);
    }
}
