package io.polyphony.media;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.logging.Logger;
import net.sourceforge.jaad.aac.Decoder;

/** AAC in MPEG-4 files, as phones write it (ISO 14496-3, -12 and -14), to samples, without what an encoder put in front and behind, as far as it says so. */
final class M4a implements SoundFormat {
    /** It would write a page for every frame that is damaged. Kept, for a logger that nobody keeps forgets its filter. */
    private static final Logger DECODER = Logger.getLogger("jaad.aac.Decoder");

    static {
        DECODER.setFilter(_ -> false);
    }

    private static final byte[] MARK = "ftyp".getBytes(StandardCharsets.US_ASCII);
    /** Pictures lie in such boxes too. */
    private static final Set<String> PICTURES =
            Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "avif", "avis");

    private static final int SIZE = Integer.BYTES;
    private static final int BRAND = SIZE + MARK.length;

    @Override
    public String name() {
        return "M4A";
    }

    @Override
    public String mediaType() {
        return "audio/mp4";
    }

    @Override
    public List<String> endings() {
        return List.of("m4a");
    }

    @Override
    public boolean marks(byte[] file) {
        return file.length >= BRAND + SIZE
                && Arrays.equals(file, SIZE, BRAND, MARK, 0, MARK.length)
                && !PICTURES.contains(new String(file, BRAND, SIZE, StandardCharsets.US_ASCII));
    }

    @Override
    public Sound read(byte[] file) throws IOException {
        if (Mp4Box.of(file).end() != file.length) {
            throw new IOException("the M4A file is cut off within a box");
        }
        var track = M4aTrack.of(file);
        var decoder = Decoder.create(track.settings());
        var recording = new M4aRecording();
        var frames = track.frames(file.length);
        for (var frame : frames) {
            decoder.decodeFrame(Arrays.copyOfRange(file, frame.place(), frame.place() + frame.size()), recording);
        }
        return recording.sound(frames.size(), track.cut());
    }
}
