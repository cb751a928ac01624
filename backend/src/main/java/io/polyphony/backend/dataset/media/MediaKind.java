package io.polyphony.backend.dataset.media;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Whether a file holds an image or sound. */
public enum MediaKind {
    IMAGE,
    AUDIO;

    private static final Map<String, MediaKind> BY_ENDING = Map.of(
            "png", IMAGE, "jpg", IMAGE, "jpeg", IMAGE, "gif", IMAGE, "bmp", IMAGE, "wav", AUDIO, "wave", AUDIO, "flac",
            AUDIO);

    /** The kind that the ending of the file's name promises. */
    public static Optional<MediaKind> byName(String file) {
        var dot = file.lastIndexOf('.');
        return Optional.ofNullable(BY_ENDING.get(file.substring(dot + 1).strip().toLowerCase(Locale.ROOT)))
                .filter(kind -> dot > 0);
    }
}
