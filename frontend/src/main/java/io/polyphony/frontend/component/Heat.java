package io.polyphony.frontend.component;

import io.polyphony.media.Png;
import java.awt.image.BufferedImage;

/** Numbers as pictures: what raises and what lowers an answer, to be laid over what they are about. */
public final class Heat {
    private static final int RAISES = 0xf08c00;
    private static final int LOWERS = 0x2f6fed;
    private static final int MOST = 215;

    private Heat() {}

    /** A number per pixel. */
    public interface Field {
        double at(int x, int y);
    }

    /**
     * Clear where there is nothing, orange above 0, blue below; the stronger, the less one sees through.
     *
     * @return a PNG as base64
     */
    public static String signed(int width, int height, Field field) {
        double reach = reach(width, height, field);
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double share = Math.clamp(field.at(x, y) / reach, -1, 1);
                int alpha = (int) Math.round(MOST * Math.sqrt(Math.abs(share)) * Math.min(1, 4 * Math.abs(share)));
                image.setRGB(x, y, alpha << 24 | (share > 0 ? RAISES : LOWERS));
            }
        }
        return Png.base64(image);
    }

    /** From black, the least number, to white. */
    public static String grey(int width, int height, Field field) {
        double least = Double.MAX_VALUE;
        double most = -Double.MAX_VALUE;
        for (int i = 0; i < width * height; i++) {
            least = Math.min(least, field.at(i % width, i / width));
            most = Math.max(most, field.at(i % width, i / width));
        }
        var image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < width * height; i++) {
            double level = (field.at(i % width, i / width) - least) / Math.max(1e-12, most - least);
            image.getRaster().setSample(i % width, i / width, 0, (int) Math.round(255 * level));
        }
        return Png.base64(image);
    }

    private static double reach(int width, int height, Field field) {
        double reach = 1e-30;
        for (int i = 0; i < width * height; i++) {
            reach = Math.max(reach, Math.abs(field.at(i % width, i / width)));
        }
        return reach;
    }
}
