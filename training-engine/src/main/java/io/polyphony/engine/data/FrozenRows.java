package io.polyphony.engine.data;

/** Pictures and recordings as a ready-made network reads them. */
final class FrozenRows {
    private FrozenRows() {}

    static float[] of(Picture picture, FrozenInput.Pictures read) {
        var mean = new float[read.channels()];
        for (var c = 0; c < mean.length; c++) {
            mean[c] = read.mean().get(c).floatValue();
        }
        var pixels = picture.fitted(read.size(), mean).values();
        var row = new float[pixels.length];
        var cells = read.size() * read.size();
        for (var i = 0; i < pixels.length; i++) {
            var c = i % read.channels();
            var scaled = (float) ((pixels[i] - mean[c]) / read.deviation().get(c));
            row[read.channelsLast() ? i : c * cells + i / read.channels()] = scaled;
        }
        return row;
    }

    static float[] of(Recording recording, FrozenInput.Sounds read) {
        var samples = recording.atRate(read.sampleRate()).samples();
        var row = new float[read.samples()];
        var skipped = (samples.length - row.length) / 2;
        for (var i = 0; i < row.length; i++) {
            var source = i + skipped;
            row[i] = source >= 0 && source < samples.length ? samples[source] : 0;
        }
        return row;
    }
}
