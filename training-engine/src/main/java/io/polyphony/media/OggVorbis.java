package io.polyphony.media;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Ogg Vorbis files to samples. */
final class OggVorbis implements SoundFormat {
    private static final byte[] ANY = {};
    private static final byte[] OPUS = "OpusHead".getBytes(StandardCharsets.US_ASCII);

    @Override
    public String name() {
        return "Ogg Vorbis";
    }

    @Override
    public String mediaType() {
        return "audio/ogg";
    }

    @Override
    public List<String> endings() {
        return List.of("ogg", "oga");
    }

    /** Whatever else is in such a file, it tells when it is read. */
    @Override
    public boolean marks(byte[] file) {
        return OggPackets.begins(file, ANY) && !OggPackets.begins(file, OPUS);
    }

    @Override
    public Sound read(byte[] file) throws IOException {
        return new VorbisStream(file).read();
    }
}
