package io.polyphony.media;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javazoom.jl.decoder.Bitstream;
import javazoom.jl.decoder.Decoder;
import javazoom.jl.decoder.Header;
import javazoom.jl.decoder.JavaLayerException;
import javazoom.jl.decoder.SampleBuffer;

/** MP3 files (MPEG-1, 2 and 2.5 audio; ISO 11172-3 and 13818-3) to samples, without what an encoder put in front and behind, as far as it says so. */
final class Mp3 implements SoundFormat {
    private static final int HEAD = 4;

    @Override
    public String name() {
        return "MP3";
    }

    @Override
    public String mediaType() {
        return "audio/mpeg";
    }

    @Override
    public List<String> endings() {
        return List.of("mp3");
    }

    /** It begins with notes on artist and title (ID3), or at once with a frame of a possible layer, rate and frequency. */
    @Override
    public boolean marks(byte[] file) {
        if (file.length < HEAD) {
            return false;
        }
        boolean notes = file[0] == 'I' && file[1] == 'D' && file[2] == '3';
        boolean frame = (file[0] & 0xFF) == 0xFF && (file[1] & 0xE0) == 0xE0;
        boolean possible = (file[1] & 0x18) != 0x08
                && (file[1] & 0x06) != 0
                && (file[2] & 0xF0) != 0xF0
                && (file[2] & 0x0C) != 0x0C;
        return notes || frame && possible;
    }

    @Override
    public Sound read(byte[] file) throws IOException {
        try {
            var stream = new Bitstream(new ByteArrayInputStream(file));
            var first = stream.readFrame();
            if (first == null) {
                throw new IOException("the MP3 file has no samples");
            }
            return decoded(stream, first, Mp3Tag.of(file));
        } catch (JavaLayerException damaged) {
            throw new IOException("the MP3 file is damaged (%s)".formatted(damaged.getMessage()), damaged);
        }
    }

    private static Sound decoded(Bitstream stream, Header first, Mp3Tag tag) throws JavaLayerException, IOException {
        int channels = first.mode() == Header.SINGLE_CHANNEL ? 1 : 2;
        int rate = first.frequency();
        var decoder = new Decoder();
        var samples = new Samples("MP3", channels, 0);
        int frames = 0;
        for (var header = first; header != null; header = stream.readFrame()) {
            if (frames++ > 0 || !tag.silent()) {
                var frame = (SampleBuffer) decoder.decodeFrame(header, stream);
                samples.addTurns(frame.getBuffer(), frame.getBufferLength());
            }
            stream.closeFrame();
        }
        if (frames <= tag.frames()) {
            throw new IOException(
                    "the MP3 file is cut off: of %d frames there are %d".formatted(tag.frames(), frames - 1));
        }
        return samples.sound(rate, tag.front(), tag.behind());
    }
}
