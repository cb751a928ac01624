package io.polyphony.backend.trial;

import io.polyphony.media.Png;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;

/** Boxes drawn on their picture: true ones green, found ones orange. PNG in base64, of at most 256 pixels a side. */
public final class BoxImage {
    private static final Color TRUE = new Color(0x2E9E5B);
    private static final Color FOUND = new Color(0xF28C28);
    private static final float LINE = 2;

    private BoxImage() {}

    /** Empty where the file is no picture that can be shown. */
    public static Optional<String> of(byte[] picture, List<FoundBox> truth, List<FoundBox> found) {
        return SmallPicture.of(picture).map(small -> {
            var graphics = small.image().createGraphics();
            graphics.setStroke(new BasicStroke(LINE));
            draw(graphics, TRUE, truth, small.scale());
            draw(graphics, FOUND, found, small.scale());
            graphics.dispose();
            return base64(small.image());
        });
    }

    private static void draw(Graphics2D graphics, Color colour, List<FoundBox> boxes, double scale) {
        graphics.setColor(colour);
        for (var box : boxes) {
            graphics.draw(new Rectangle2D.Double(box.x() * scale, box.y() * scale, box.w() * scale, box.h() * scale));
        }
    }

    private static String base64(BufferedImage image) {
        return Png.base64(image);
    }
}
