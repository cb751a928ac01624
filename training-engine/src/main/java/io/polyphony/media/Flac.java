package io.polyphony.media;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jflac.FLACDecoder;

/** FLAC files (RFC 9639) to samples. */
final class Flac implements SoundFormat {
    private static final byte[] MARK = {'f', 'L', 'a', 'C'};

    @Override
    public String name() {
        return "FLAC";
    }

    @Override
    public String mediaType() {
        return "audio/flac";
    }

    @Override
    public List<String> endings() {
        return List.of("flac");
    }

    @Override
    public boolean marks(byte[] file) {
        return file.length >= MARK.length && Arrays.equals(file, 0, MARK.length, MARK, 0, MARK.length);
    }

    @Override
    public Sound read(byte[] file) throws IOException {
        return decoded(new FLACDecoder(new Once(file)), FlacSum.of(file));
    }

    private static Sound decoded(FLACDecoder decoder, FlacSum sum) throws IOException {
        decoder.readMetadata();
        var info = decoder.getStreamInfo();
        long total = info.getTotalSamples();
        if (total * info.getChannels() > Sound.MOST_SAMPLES) {
            throw new IOException("the FLAC file says that it has %d samples in %d channels, more than are read"
                    .formatted(total, info.getChannels()));
        }
        var samples = new Samples("FLAC", info.getChannels(), Math.toIntExact(total));
        double full = 1L << (info.getBitsPerSample() - 1);
        for (var frame = decoder.readNextFrame(); frame != null; frame = decoder.readNextFrame()) {
            int count = frame.header.blockSize;
            var outputs = new int[info.getChannels()][];
            Arrays.setAll(outputs, channel -> decoder.getChannelData()[channel].getOutput());
            samples.add(outputs, count, full);
            sum.add(outputs, count, info.getBitsPerSample());
        }
        int read = samples.length();
        requireWhole(decoder.getBadFrames() == 0 && (total == 0 || read == total) && sum.fits(), read, total);
        return samples.sound(info.getSampleRate());
    }

    private static void requireWhole(boolean whole, int read, long total) throws IOException {
        if (!whole) {
            throw new IOException(
                    "the FLAC file is damaged or cut off: %d of %d samples can be read".formatted(read, total));
        }
    }

    /** The decoder looks for its next frame for ever where the last one is damaged: a file ends a few times only. */
    private static final class Once extends FilterInputStream {
        private static final int PATIENCE = 8;
        private int ends;

        Once(byte[] file) {
            super(new ByteArrayInputStream(file));
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            int count = super.read(to, offset, length);
            if (count < 0 && ++ends > PATIENCE) {
                throw new IOException("the FLAC file is damaged or cut off: its last frame cannot be read");
            }
            return count;
        }
    }
}
