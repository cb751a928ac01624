package io.polyphony.backend.dataset.media;

import io.polyphony.media.Pictures;
import java.awt.image.BufferedImage;

/** Grey pictures of 16 bits, as eyes can see them: a detector of 12 bits fills but a sixteenth of what the file could hold. */
final class Greys {
    private static final int FULL = 255;

    private Greys() {}

    /** Whether eyes need help. */
    static boolean deep(BufferedImage picture) {
        return Pictures.isGrey(picture) && picture.getSampleModel().getSampleSize(0) > Byte.SIZE;
    }

    /** The picture itself, or with 256 levels of grey, the lightest of which is white, where it has more. */
    static BufferedImage visible(BufferedImage picture) {
        if (!deep(picture)) {
            return picture;
        }
        var samples = picture.getRaster()
                .getSamples(
                        0,
                        0,
                        picture.getWidth(),
                        picture.getHeight(),
                        0,
                        new int[picture.getWidth() * picture.getHeight()]);
        int most = 1;
        for (int sample : samples) {
            most = Math.max(most, sample);
        }
        for (int i = 0; i < samples.length; i++) {
            samples[i] = Math.round((float) FULL * samples[i] / most);
        }
        var visible = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        visible.getRaster().setSamples(0, 0, picture.getWidth(), picture.getHeight(), 0, samples);
        return visible;
    }
}
