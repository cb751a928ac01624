package io.polyphony.media;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * How the samples of a WAV file are written: its chunk "fmt ".
 *
 * @param rate samples per second and channel
 * @param bits of each sample
 */
record WavFormat(boolean floating, int channels, int rate, int bits) {
    private static final int PCM = 1;
    private static final int FLOAT = 3;
    private static final int EXTENSIBLE = 0xFFFE;
    private static final int LENGTH = 16;
    private static final int EXTENDED = 26;

    /** @throws IOException when it is cut off, or of a kind that is not read */
    static WavFormat read(ByteBuffer data, int at, long length) throws IOException {
        if (length < LENGTH || at + LENGTH > data.capacity()) {
            throw new IOException("the WAV file's header is cut off");
        }
        int code = Short.toUnsignedInt(data.getShort(at));
        if (code == EXTENSIBLE && length >= EXTENDED && at + EXTENDED <= data.capacity()) {
            code = Short.toUnsignedInt(data.getShort(at + 24));
        }
        int channels = Short.toUnsignedInt(data.getShort(at + 2));
        int bits = Short.toUnsignedInt(data.getShort(at + 14));
        return new WavFormat(code == FLOAT, channels, data.getInt(at + 4), bits).checked(code);
    }

    private WavFormat checked(int code) throws IOException {
        boolean pcm = code == PCM && bits % 8 == 0 && bits >= 8 && bits <= 32;
        boolean real = code == FLOAT && (bits == 32 || bits == 64);
        if (!pcm && !real) {
            throw new IOException("WAV files of the format %d with %d bits are not supported; PCM and float are"
                    .formatted(code, bits));
        }
        if (channels < 1 || channels > 32 || rate < 1_000 || rate > 384_000) {
            throw new IOException("the WAV file claims %d channels at %d samples per second".formatted(channels, rate));
        }
        return this;
    }

    int frameBytes() {
        return channels * bits / 8;
    }

    /**
     * A channel's sample, about -1..1; what is no finite number is silence.
     *
     * @param frame where the samples of one moment begin
     */
    float sample(ByteBuffer data, int frame, int channel) {
        int at = frame + channel * bits / 8;
        return switch (bits) {
            case 8 -> (Byte.toUnsignedInt(data.get(at)) - 128) / 128f;
            case 16 -> data.getShort(at) / 32768f;
            case 24 -> ((data.get(at + 2) << 16) | Short.toUnsignedInt(data.getShort(at))) / 8388608f;
            case 32 -> floating ? finite(data.getFloat(at)) : data.getInt(at) / 2147483648f;
            default -> finite((float) data.getDouble(at));
        };
    }

    private static float finite(float value) {
        return Float.isFinite(value) ? value : 0;
    }
}
