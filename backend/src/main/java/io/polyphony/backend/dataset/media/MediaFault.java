package io.polyphony.backend.dataset.media;

/** A media file is damaged, too large or of an unsupported kind; the message completes "The file is refused: ...". */
public final class MediaFault extends Exception {
    private static final long serialVersionUID = 1;

    public MediaFault(String message) {
        super(message);
    }
}
