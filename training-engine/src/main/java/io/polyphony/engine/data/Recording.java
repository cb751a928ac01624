package io.polyphony.engine.data;

/**
 * A decoded recording.
 *
 * @param rate samples per second
 * @param samples in [-1, 1], one channel
 */
record Recording(int rate, float[] samples) {

    /** Zero crossings of the sinc on each side: enough for speech and music alike. */
    private static final int CROSSINGS = 16;

    double seconds() {
        return samples.length / (double) rate;
    }

    /** At another rate, through a Hann-windowed sinc that also removes what the new rate cannot hold. */
    Recording atRate(int newRate) {
        if (newRate == rate) {
            return this;
        }
        var step = rate / (double) newRate;
        var stretch = Math.max(1, step);
        var resampled = new float[Math.max(1, (int) (samples.length / step))];
        for (var i = 0; i < resampled.length; i++) {
            resampled[i] = (float) around(i * step, stretch);
        }
        return new Recording(newRate, resampled);
    }

    private double around(double center, double stretch) {
        var reach = CROSSINGS * stretch;
        var first = Math.max(0, (int) Math.ceil(center - reach));
        var last = Math.min(samples.length - 1, (int) Math.floor(center + reach));
        var sum = 0.0;
        for (var j = first; j <= last; j++) {
            var x = (j - center) / stretch;
            var sinc = Math.abs(x) < 1e-9 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
            sum += samples[j] * sinc * (0.5 + 0.5 * Math.cos(Math.PI * x / CROSSINGS));
        }
        return sum / stretch;
    }
}
