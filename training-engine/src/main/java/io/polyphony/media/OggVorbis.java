package io.polyphony.media;

import java.io.IOException;
import java.util.List;

/** Ogg Vorbis files to samples. */
final class OggVorbis implements SoundFormat {
    private static final byte[] ANY = {};

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
        return OggPackets.begins(file, ANY) && !OggPackets.begins(file, Opus.HEAD);
    }

    @Override
    public Sound read(byte[] file) throws IOException {
        return new VorbisStream(file).read();
    }
}
