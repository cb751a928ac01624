package io.polyphony.media;

import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** All formats of sound that are read. */
public final class Sounds {
    /** What marks a file best stands first: that an MP3 file is one is told by a dozen bits. */
    public static final List<SoundFormat> FORMATS =
            List.of(new Wav(), new Flac(), new OggVorbis(), new Opus(), new M4a(), new Mp3());

    /** What is read, for people: {@code WAV, FLAC, ...}. */
    public static final String NAMES = FORMATS.stream().map(SoundFormat::name).collect(Collectors.joining(", "));

    private Sounds() {}

    /** The format that a file is of by its first bytes, whatever its name ends in. */
    public static Optional<SoundFormat> of(byte[] file) {
        return FORMATS.stream().filter(format -> format.marks(file)).findFirst();
    }

    /**
     * All samples of a file.
     *
     * @throws IOException when it is of no format that is read, damaged, cut off, without samples or with too many
     */
    public static Sound read(byte[] file) throws IOException {
        var format = of(file).orElseThrow(
                        () -> new IOException("its %d bytes are none of %s".formatted(file.length, NAMES)));
        try {
            return format.read(file);
        } catch (EOFException ended) {
            throw new IOException("the %s file is cut off".formatted(format.name()), ended);
        } catch (RuntimeException damaged) {
            throw new IOException("the %s file is damaged (%s)".formatted(format.name(), damaged), damaged);
        }
    }
}
