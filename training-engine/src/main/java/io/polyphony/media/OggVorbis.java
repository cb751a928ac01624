package io.polyphony.media;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Ogg Vorbis files to samples. */
final class OggVorbis implements SoundFormat {
    private static final byte[] MARK = "OggS".getBytes(StandardCharsets.US_ASCII);
    /** The last of its bytes is the number of segments. */
    private static final int PAGE_HEAD = 27;

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

    @Override
    public boolean marks(byte[] file) {
        return file.length >= MARK.length && Arrays.equals(file, 0, MARK.length, MARK, 0, MARK.length);
    }

    @Override
    public Sound read(byte[] file) throws IOException {
        requireWhole(file);
        return new VorbisStream(file).read();
    }

    /** The file is a row of pages that tell their lengths (RFC 3533, 6); the decoder would not miss the last ones. */
    private static void requireWhole(byte[] file) throws IOException {
        int at = 0;
        while (at + PAGE_HEAD <= file.length && Arrays.equals(file, at, at + MARK.length, MARK, 0, MARK.length)) {
            int body = at + PAGE_HEAD + Byte.toUnsignedInt(file[at + PAGE_HEAD - 1]);
            int end = body;
            for (int segment = at + PAGE_HEAD; segment < Math.min(body, file.length); segment++) {
                end += Byte.toUnsignedInt(file[segment]);
            }
            at = end;
        }
        if (at > file.length || at < file.length && file.length - at < PAGE_HEAD) {
            throw new IOException("the Ogg file is cut off within a page");
        }
    }
}
