package io.polyphony.backend.dataset.media;

import io.polyphony.media.Pictures;
import java.awt.image.BufferedImage;

/** Whether an image shows colours, or only greys that were saved as colours. */
final class Colours {
    /** How far the parts of a grey may be apart after lossy compression, of 255. */
    private static final int TOLERANCE = 24;
    /** A stamp in a corner makes no colour image: one point in so many must be coloured. */
    private static final int ONE_IN = 200;

    private Colours() {}

    static boolean in(BufferedImage image) {
        if (Pictures.isGrey(image)) {
            return false;
        }
        int coloured = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                coloured += coloured(image.getRGB(x, y)) ? 1 : 0;
            }
        }
        return coloured * ONE_IN >= image.getWidth() * image.getHeight();
    }

    private static boolean coloured(int rgb) {
        int red = rgb >> 16 & 0xFF;
        int green = rgb >> 8 & 0xFF;
        int blue = rgb & 0xFF;
        return Math.max(red, Math.max(green, blue)) - Math.min(red, Math.min(green, blue)) > TOLERANCE;
    }
}
