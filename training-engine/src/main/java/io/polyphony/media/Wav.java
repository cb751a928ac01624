package io.polyphony.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** WAV files (RIFF; PCM of 8, 16, 24 or 32 bits, or floating point of 32 or 64) to samples. */
final class Wav implements SoundFormat {
    private static final int RIFF_HEAD = 12;
    private static final int CHUNK_HEAD = 8;
    /** Programs that write to a pipe cannot go back to say how long it became. */
    private static final long UNKNOWN = 0xFFFF_FFFFL;

    @Override
    public String name() {
        return "WAV";
    }

    @Override
    public String mediaType() {
        return "audio/wav";
    }

    @Override
    public List<String> endings() {
        return List.of("wav", "wave");
    }

    @Override
    public boolean marks(byte[] file) {
        var data = ByteBuffer.wrap(file);
        return file.length >= RIFF_HEAD
                && tag(data, 0).equals("RIFF")
                && tag(data, 8).equals("WAVE");
    }

    @Override
    public Sound read(byte[] file) throws IOException {
        var data = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        WavFormat format = null;
        for (int at = RIFF_HEAD; at + CHUNK_HEAD <= file.length; ) {
            long length = Integer.toUnsignedLong(data.getInt(at + 4));
            if (tag(data, at).equals("fmt ")) {
                format = WavFormat.read(data, at + CHUNK_HEAD, length);
            } else if (tag(data, at).equals("data")) {
                if (format == null) {
                    throw new IOException("the WAV file does not say how its samples are written");
                }
                return samples(data, format, at + CHUNK_HEAD, length);
            }
            at = (int) Math.min(file.length, at + CHUNK_HEAD + length + (length & 1));
        }
        throw new IOException("the WAV file has no samples");
    }

    private static Sound samples(ByteBuffer data, WavFormat format, int start, long promised) throws IOException {
        int there = data.capacity() - start;
        if (promised > there && promised != UNKNOWN) {
            throw new IOException("the WAV file is cut off: its header says %d bytes of samples, but there are %d"
                    .formatted(promised, there));
        }
        int frames = (int) (Math.min(promised, there) / format.frameBytes());
        if (frames == 0) {
            throw new IOException("the WAV file has no samples");
        }
        var samples = new float[format.channels()][frames];
        for (int frame = 0; frame < frames; frame++) {
            for (int channel = 0; channel < samples.length; channel++) {
                samples[channel][frame] = format.sample(data, start + frame * format.frameBytes(), channel);
            }
        }
        return new Sound(format.rate(), samples);
    }

    private static String tag(ByteBuffer data, int at) {
        return new String(data.array(), at, 4, StandardCharsets.ISO_8859_1);
    }
}
