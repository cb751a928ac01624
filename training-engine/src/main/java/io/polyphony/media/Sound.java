package io.polyphony.media;

/**
 * A decoded recording.
 *
 * @param rate samples per second and channel
 * @param samples by channel, all of one length, in [-1, 1] but for floating point files that go beyond
 */
public record Sound(int rate, float[][] samples) {
    /** An hour and a half of stereo at 48 kHz: beyond this a file is a mistake or an attack, not a sample. */
    static final long MOST_SAMPLES = 1L << 29;

    /** Samples of each channel. */
    public int length() {
        return samples[0].length;
    }

    public double seconds() {
        return (double) length() / rate;
    }

    /** The mean of all channels. */
    public float[] mono() {
        var mean = new float[length()];
        for (int i = 0; i < mean.length; i++) {
            double sum = 0;
            for (var channel : samples) {
                sum += channel[i];
            }
            mean[i] = (float) (sum / samples.length);
        }
        return mean;
    }
}
