package io.polyphony.media;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Writes FLAC files to test with (RFC 9639): frames of 64 samples, each channel verbatim or by the second differences, in Rice codes. */
public final class FlacFile {
    private static final int BLOCK = 64;
    private static final int RICE = 6;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final int bits;
    private int open;
    private int filled;

    private FlacFile(int bits) {
        this.bits = bits;
    }

    /** @param samples by channel, each within the bits */
    public static byte[] of(int rate, int bits, int[]... samples) {
        var file = new FlacFile(bits);
        file.head(rate, samples);
        for (int from = 0; from < samples[0].length; from += BLOCK) {
            file.frame(from / BLOCK, from, Math.min(BLOCK, samples[0].length - from), samples);
        }
        return file.bytes.toByteArray();
    }

    private void head(int rate, int[][] samples) {
        put(0x664C6143L, 32);
        put(1, 1);
        put(0, 7);
        put(34, 24);
        put(BLOCK, 16);
        put(BLOCK, 16);
        put(0, 48);
        put(rate, 20);
        put(samples.length - 1, 3);
        put(bits - 1, 5);
        put(samples[0].length, 36);
        bytes.writeBytes(sum(samples));
    }

    private byte[] sum(int[][] samples) {
        try {
            var digest = MessageDigest.getInstance("MD5");
            for (int i = 0; i < samples[0].length; i++) {
                for (var channel : samples) {
                    for (int shift = 0; shift < bits; shift += 8) {
                        digest.update((byte) (channel[i] >> shift));
                    }
                }
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void frame(int number, int from, int count, int[][] samples) {
        int start = bytes.size();
        put(0x3FFE, 14);
        put(0, 2);
        put(7, 4);
        put(0, 4);
        put(samples.length - 1, 4);
        put(0, 4);
        if (number < 128) {
            put(number, 8);
        } else {
            put(0b110_00000 | number >> 6, 8);
            put(0b10_000000 | number & 63, 8);
        }
        put(count - 1, 16);
        put(crc(bytes.toByteArray(), start, 8, 0x07), 8);
        for (int channel = 0; channel < samples.length; channel++) {
            if ((number + channel) % 2 == 0 || count < 3) {
                verbatim(samples[channel], from, count);
            } else {
                differences(samples[channel], from, count);
            }
        }
        put(0, (8 - filled) % 8);
        put(crc(bytes.toByteArray(), start, 16, 0x8005), 16);
    }

    private void verbatim(int[] samples, int from, int count) {
        put(0b0_000001_0, 8);
        for (int i = from; i < from + count; i++) {
            put(samples[i], bits);
        }
    }

    private void differences(int[] samples, int from, int count) {
        put(0b0_001010_0, 8);
        put(samples[from], bits);
        put(samples[from + 1], bits);
        put(0, 2);
        put(0, 4);
        put(RICE, 4);
        for (int i = from + 2; i < from + count; i++) {
            int rest = samples[i] - 2 * samples[i - 1] + samples[i - 2];
            long code = rest < 0 ? -2L * rest - 1 : 2L * rest;
            for (long zeros = code >> RICE; zeros > 0; zeros--) {
                put(0, 1);
            }
            put(1, 1);
            put(code, RICE);
        }
    }

    private void put(long value, int width) {
        for (int bit = width - 1; bit >= 0; bit--) {
            open = open << 1 | (int) (value >> bit & 1);
            if (++filled == 8) {
                bytes.write(open);
                open = 0;
                filled = 0;
            }
        }
    }

    private static int crc(byte[] file, int start, int width, int polynomial) {
        int crc = 0;
        for (int i = start; i < file.length; i++) {
            crc ^= (file[i] & 0xFF) << (width - 8);
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 1 << (width - 1)) == 0 ? crc << 1 : crc << 1 ^ polynomial;
            }
        }
        return crc & (1 << width) - 1;
    }
}
