package io.polyphony.backend.dataset.media;

import io.polyphony.media.Pictures;
import java.awt.image.BufferedImage;
import java.util.TreeSet;

/** Which grey levels, palette indices or colours an image has: a mask has few, a photograph many. */
public final class Levels {
    /** A mask has no more classes than this. */
    public static final int MOST = 32;

    private Levels() {}

    /** The different levels; empty if there are more than {@link #MOST}. */
    static int[] of(BufferedImage image) {
        var grey = image.getRaster().getNumBands() == 1 || Pictures.isGrey(image);
        var levels = new TreeSet<Integer>();
        int last = -1;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int level = grey ? image.getRaster().getSample(x, y, 0) : image.getRGB(x, y) & 0xFFFFFF;
                if (level != last) {
                    levels.add(level);
                    last = level;
                }
            }
            if (levels.size() > MOST) {
                return new int[0];
            }
        }
        return levels.stream().mapToInt(Integer::intValue).toArray();
    }
}
