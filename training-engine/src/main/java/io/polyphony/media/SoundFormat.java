package io.polyphony.media;

import java.io.IOException;
import java.util.List;

/** A way to write sound into a file. */
public interface SoundFormat {
    /** As people call it, such as {@code WAV}. */
    String name();

    /** The media type, such as {@code audio/wav}. */
    String mediaType();

    /** How names of such files end, in small letters and without the dot. */
    List<String> endings();

    /** Whether a file begins as such files do. */
    boolean marks(byte[] file);

    /**
     * All samples of a file that {@linkplain #marks begins} so.
     *
     * @throws IOException when it is damaged, cut off, has no samples or too many; the message says which
     */
    Sound read(byte[] file) throws IOException;
}
