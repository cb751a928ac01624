package io.polyphony.backend.dataset.media;

import io.polyphony.media.PictureKind;
import io.polyphony.media.Sounds;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Whether a file holds an image or sound. */
public enum MediaKind {
    IMAGE,
    AUDIO;

    private static final Map<String, MediaKind> BY_ENDING = new HashMap<>();

    static {
        // Some of these are not read: a column that names them is one of pictures or sounds, and they are refused one
        // by one.
        for (var ending : List.of("png", "jpg", "jpeg", "gif", "bmp", "tif", "tiff", "webp", "heic", "heif", "avif")) {
            BY_ENDING.put(ending, IMAGE);
        }
        for (var ending : List.of("m4a", "aac", "wma", "opus")) {
            BY_ENDING.put(ending, AUDIO);
        }
        Sounds.FORMATS.forEach(format -> format.endings().forEach(ending -> BY_ENDING.put(ending, AUDIO)));
    }

    /** The ending of files that hold these bytes; empty for what is not read. */
    public static Optional<String> ending(byte[] file) {
        if (PictureKind.refusal(file) == null) {
            return PictureKind.of(file).map(kind -> kind.mediaType().substring("image/".length()));
        }
        return Sounds.of(file).map(format -> format.endings().getFirst());
    }

    /** The kind that the ending of the file's name promises. */
    public static Optional<MediaKind> byName(String file) {
        var dot = file.lastIndexOf('.');
        return Optional.ofNullable(BY_ENDING.get(file.substring(dot + 1).strip().toLowerCase(Locale.ROOT)))
                .filter(kind -> dot > 0);
    }
}
