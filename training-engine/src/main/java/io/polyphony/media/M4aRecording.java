package io.polyphony.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import net.sourceforge.jaad.aac.Receiver;
import org.jspecify.annotations.Nullable;

/** What an AAC decoder gives, block by block. */
final class M4aRecording implements Receiver {
    /** The decoder's numbers are those of sixteen bits. */
    private static final float FULL = 1 << 15;

    private @Nullable Samples samples;
    private int rate;
    private int blocks;

    /** @param length samples of each channel that count */
    @Override
    public void accept(List<float[]> channels, int length, int rate) {
        if (samples == null) {
            samples = new Samples("M4A", channels.size(), 0);
            this.rate = rate;
        }
        if (rate != this.rate) {
            throw new IllegalStateException("it changes its rate from %d to %d".formatted(this.rate, rate));
        }
        try {
            samples.add(channels, length, FULL);
            blocks++;
        } catch (IOException tooMany) {
            throw new UncheckedIOException(tooMany);
        }
    }

    /**
     * @param frames that were decoded; the decoder says nothing of those that it could not read
     * @throws IOException where some are missing or nothing is left
     */
    Sound sound(int frames, M4aTrack.Cut cut) throws IOException {
        if (samples == null) {
            throw new IOException("the M4A file has no samples");
        }
        if (blocks < frames) {
            throw new IOException("the M4A file is damaged: of %d frames %d can be read".formatted(frames, blocks));
        }
        int front = (int) Math.min(samples.length(), Math.round(cut.front() * rate));
        long length = Math.min(samples.length() - front, Math.round(cut.length() * rate));
        return once(samples.sound(rate, front, (int) (samples.length() - front - length)));
    }

    /** The decoder gives a single channel twice. */
    private static Sound once(Sound sound) {
        var channels = sound.samples();
        return channels.length == 2 && Arrays.equals(channels[0], channels[1])
                ? new Sound(sound.rate(), new float[][] {channels[0]})
                : sound;
    }
}
