package io.polyphony.backend.trial;

import io.polyphony.engine.data.Mask;
import io.polyphony.media.Png;
import java.awt.image.BufferedImage;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A drawn mask.
 *
 * @param png base64; as large as the row's picture, with the levels or colours that the data set's masks have
 * @param width pixels
 * @param height pixels
 * @param shares share of the pixels, by class
 */
public record MaskImage(String png, int width, int height, Map<String, Double> shares) {

    /** @param classes their names: grey levels, or colours as #rrggbb */
    public static MaskImage of(Mask mask, List<String> classes) {
        return new MaskImage(
                Base64.getEncoder().encodeToString(png(mask, classes)),
                mask.width(),
                mask.height(),
                shares(mask, classes));
    }

    private static byte[] png(Mask mask, List<String> classes) {
        return png(
                mask,
                classes.stream().mapToInt(MaskImage::level).toArray(),
                classes.getFirst().startsWith("#"));
    }

    /** For eyes: classes are evenly spread from black to white, whatever their levels are. */
    static String shown(Mask mask, int classes) {
        var levels = new int[classes];
        for (int c = 0; c < classes; c++) {
            levels[c] = 255 * c / (classes - 1);
        }
        return Base64.getEncoder().encodeToString(png(mask, levels, false));
    }

    private static byte[] png(Mask mask, int[] levels, boolean coloured) {
        var image = new BufferedImage(
                mask.width(), mask.height(), coloured ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < mask.height(); y++) {
            for (int x = 0; x < mask.width(); x++) {
                int level = levels[Math.max(0, mask.at(y, x))];
                if (coloured) {
                    image.setRGB(x, y, level);
                } else {
                    image.getRaster().setSample(x, y, 0, level);
                }
            }
        }
        return Png.bytes(image);
    }

    private static int level(String name) {
        return name.startsWith("#") ? Integer.parseInt(name.substring(1), 16) : Integer.parseInt(name);
    }

    private static Map<String, Double> shares(Mask mask, List<String> classes) {
        var counts = new long[classes.size()];
        for (var c : mask.classes()) {
            counts[c]++;
        }
        var shares = new LinkedHashMap<String, Double>();
        for (int c = 0; c < counts.length; c++) {
            shares.put(classes.get(c), (double) counts[c] / mask.classes().length);
        }
        return shares;
    }
}
