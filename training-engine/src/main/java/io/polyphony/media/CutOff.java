package io.polyphony.media;

import java.io.IOException;
import java.util.Locale;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;

/** Readers fill the rest of a truncated picture with grey and only warn about it; this listens. */
final class CutOff implements IIOReadWarningListener {
    static final String REASON = "it is cut off";

    private boolean told;

    @Override
    public void warningOccurred(ImageReader source, String warning) {
        var text = warning.toLowerCase(Locale.ROOT);
        told |= text.contains("truncated") || text.contains("premature");
    }

    /** @throws IOException if the reader has said so */
    void refuse() throws IOException {
        if (told) {
            throw new IOException(REASON);
        }
    }
}
