package io.polyphony.backend.dataset.media;

import io.polyphony.media.Flac;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Reads a WAV file (PCM of 8 to 32 bits, or float), or a FLAC file, far enough to know that it is whole and how loud it is when. */
public final class AudioInspector {
    /** Points of the small wave form. */
    public static final int PEAKS = 120;

    private static final int PCM = 1;
    private static final int FLOAT = 3;
    private static final int EXTENSIBLE = 0xFFFE;
    private static final int RIFF_HEAD = 12;
    private static final int CHUNK_HEAD = 8;

    private AudioInspector() {}

    /** @throws MediaFault when it is no WAV or FLAC file of a supported kind, or is cut off */
    public static MediaFacts.Audio inspect(byte[] bytes) throws MediaFault {
        return Flac.isFlac(bytes) ? flac(bytes) : wav(bytes);
    }

    private static MediaFacts.Audio flac(byte[] bytes) throws MediaFault {
        try {
            var sound = Flac.read(bytes);
            var first = sound.samples()[0];
            return new MediaFacts.Audio(
                    "audio/flac",
                    (double) first.length / sound.rate(),
                    sound.rate(),
                    sound.samples().length,
                    peaks(first.length, frame -> first[frame]));
        } catch (IOException damaged) {
            throw new MediaFault(String.valueOf(damaged.getMessage()));
        }
    }

    private static MediaFacts.Audio wav(byte[] bytes) throws MediaFault {
        var data = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.length < RIFF_HEAD
                || !tag(data, 0).equals("RIFF")
                || !tag(data, 8).equals("WAVE")) {
            throw new MediaFault("it is no WAV or FLAC file");
        }
        Format format = null;
        for (var at = RIFF_HEAD; at + CHUNK_HEAD <= bytes.length; ) {
            var length = Integer.toUnsignedLong(data.getInt(at + 4));
            if (tag(data, at).equals("fmt ")) {
                format = Format.read(data, at + CHUNK_HEAD, length);
            } else if (tag(data, at).equals("data")) {
                return measure(data, format, at + CHUNK_HEAD, length);
            }
            at = (int) Math.min(bytes.length, at + CHUNK_HEAD + length + (length & 1));
        }
        throw new MediaFault("the WAV file has no samples");
    }

    private static MediaFacts.Audio measure(ByteBuffer data, @Nullable Format format, int start, long length)
            throws MediaFault {
        if (format == null) {
            throw new MediaFault("the WAV file does not say how its samples are written");
        }
        if (start + length > data.capacity()) {
            throw new MediaFault("the WAV file is cut off: its header says %d bytes of samples, but there are %d"
                    .formatted(length, data.capacity() - start));
        }
        var frames = (int) (length / format.frameBytes());
        if (frames == 0) {
            throw new MediaFault("the WAV file has no samples");
        }
        var seconds = (double) frames / format.sampleRate;
        return new MediaFacts.Audio("audio/wav", seconds, format.sampleRate, format.channels, peaks(frames, frame -> {
            return format.sample(data, start + frame * format.frameBytes());
        }));
    }

    private static byte[] peaks(int frames, IntToDoubleFunction sample) {
        var peaks = new byte[Math.min(PEAKS, frames)];
        for (var p = 0; p < peaks.length; p++) {
            var from = (long) frames * p / peaks.length;
            var to = (long) frames * (p + 1) / peaks.length;
            var loudest = 0.0;
            for (var frame = from; frame < to; frame++) {
                loudest = Math.max(loudest, Math.abs(sample.applyAsDouble((int) frame)));
            }
            peaks[p] = (byte) Math.round(255 * Math.min(1, loudest));
        }
        return peaks;
    }

    private static String tag(ByteBuffer data, int at) {
        return new String(data.array(), at, 4, StandardCharsets.ISO_8859_1);
    }

    /** How samples are written. */
    private record Format(boolean floating, int channels, int sampleRate, int bits) {
        static Format read(ByteBuffer data, int at, long length) throws MediaFault {
            if (length < 16 || at + 16 > data.capacity()) {
                throw new MediaFault("the WAV file's header is cut off");
            }
            var code = Short.toUnsignedInt(data.getShort(at));
            if (code == EXTENSIBLE && length >= 26 && at + 26 <= data.capacity()) {
                code = Short.toUnsignedInt(data.getShort(at + 24));
            }
            var format = new Format(
                    code == FLOAT,
                    Short.toUnsignedInt(data.getShort(at + 2)),
                    data.getInt(at + 4),
                    Short.toUnsignedInt(data.getShort(at + 14)));
            format.check(code);
            return format;
        }

        private void check(int code) throws MediaFault {
            var pcm = code == PCM && bits % 8 == 0 && bits >= 8 && bits <= 32;
            var real = code == FLOAT && (bits == 32 || bits == 64);
            if (!pcm && !real) {
                throw new MediaFault("WAV files of the format %d with %d bits are not supported; PCM and float are"
                        .formatted(code, bits));
            }
            if (channels < 1 || channels > 32 || sampleRate < 100 || sampleRate > 1_000_000) {
                throw new MediaFault(
                        "the WAV file claims %d channels at %d samples per second".formatted(channels, sampleRate));
            }
        }

        int frameBytes() {
            return channels * bits / 8;
        }

        /** The first channel's sample at a byte position, about -1..1. */
        double sample(ByteBuffer data, int at) {
            if (floating) {
                return bits == 32 ? data.getFloat(at) : data.getDouble(at);
            }
            return switch (bits) {
                case 8 -> (Byte.toUnsignedInt(data.get(at)) - 128) / 128.0;
                case 16 -> data.getShort(at) / 32768.0;
                case 24 -> ((data.get(at + 2) << 16) | (Short.toUnsignedInt(data.getShort(at)))) / 8388608.0;
                default -> data.getInt(at) / 2147483648.0;
            };
        }
    }
}
