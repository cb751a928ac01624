package io.polyphony.engine.data;

import io.polyphony.engine.data.MediaColumn.MalformedMedia;
import io.polyphony.media.Flac;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioFormat.Encoding;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/** WAV files (PCM of 8, 16, 24 or 32 bits, or floating point of 32 or 64) and FLAC files to recordings; several channels are averaged. */
final class AudioDecoder {

    private AudioDecoder() {}

    static Recording decode(byte[] bytes) throws MalformedMedia {
        return Flac.isFlac(bytes) ? flac(bytes) : wav(bytes);
    }

    private static Recording flac(byte[] bytes) throws MalformedMedia {
        try {
            var sound = Flac.read(bytes);
            var samples = new float[sound.samples()[0].length];
            for (var i = 0; i < samples.length; i++) {
                var sum = 0.0;
                for (var channel : sound.samples()) {
                    sum += channel[i];
                }
                samples[i] = (float) (sum / sound.samples().length);
            }
            return new Recording(sound.rate(), samples);
        } catch (IOException e) {
            throw new MalformedMedia(String.valueOf(e.getMessage()), e);
        }
    }

    private static Recording wav(byte[] bytes) throws MalformedMedia {
        try (var stream = AudioSystem.getAudioInputStream(new ByteArrayInputStream(bytes))) {
            var format = stream.getFormat();
            requireReadable(format);
            var samples = mono(stream.readAllBytes(), format);
            if (samples.length == 0) {
                throw new MalformedMedia("it holds no samples");
            }
            return new Recording(Math.round(format.getSampleRate()), samples);
        } catch (UnsupportedAudioFileException e) {
            throw new MalformedMedia(
                    "its %d bytes are no WAV or FLAC file that can be read".formatted(bytes.length), e);
        } catch (IOException | RuntimeException e) {
            throw new MalformedMedia("the audio data are broken (%s)".formatted(e.getMessage()), e);
        }
    }

    private static void requireReadable(AudioFormat format) throws MalformedMedia {
        var encoding = format.getEncoding();
        var known = encoding.equals(Encoding.PCM_SIGNED)
                || encoding.equals(Encoding.PCM_UNSIGNED)
                || encoding.equals(Encoding.PCM_FLOAT);
        var bits = format.getSampleSizeInBits();
        if (!known || bits % 8 != 0 || bits < 8 || bits > 64 || format.getChannels() < 1) {
            throw new MalformedMedia(
                    "its format (%s) is not PCM of 8, 16, 24 or 32 bits nor floating point".formatted(format));
        }
        if (!(format.getSampleRate() >= 1_000 && format.getSampleRate() <= 384_000)) {
            throw new MalformedMedia("its sample rate is %s Hz".formatted(format.getSampleRate()));
        }
    }

    private static float[] mono(byte[] bytes, AudioFormat format) {
        var width = format.getSampleSizeInBits() / 8;
        var channels = format.getChannels();
        var buffer =
                ByteBuffer.wrap(bytes).order(format.isBigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        var samples = new float[bytes.length / (width * channels)];
        for (var i = 0; i < samples.length; i++) {
            var sum = 0.0;
            for (var c = 0; c < channels; c++) {
                sum += sample(buffer, (i * channels + c) * width, width, format.getEncoding());
            }
            samples[i] = (float) (sum / channels);
        }
        return samples;
    }

    private static double sample(ByteBuffer buffer, int at, int width, Encoding encoding) {
        if (encoding.equals(Encoding.PCM_FLOAT)) {
            var value = width == 8 ? buffer.getDouble(at) : buffer.getFloat(at);
            return Double.isFinite(value) ? value : 0;
        }
        var full = (double) (1L << (8 * width - 1));
        var value = integer(buffer, at, width);
        return encoding.equals(Encoding.PCM_UNSIGNED) ? (value & (2 * (long) full - 1)) / full - 1 : value / full;
    }

    private static long integer(ByteBuffer buffer, int at, int width) {
        return switch (width) {
            case 1 -> buffer.get(at);
            case 2 -> buffer.getShort(at);
            case 3 ->
                buffer.order() == ByteOrder.LITTLE_ENDIAN
                        ? (buffer.get(at + 2) << 16) | (buffer.getShort(at) & 0xffff)
                        : (buffer.getShort(at) << 8) | (buffer.get(at + 2) & 0xff);
            default -> buffer.getInt(at);
        };
    }
}
