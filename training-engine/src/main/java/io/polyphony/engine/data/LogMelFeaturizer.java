package io.polyphony.engine.data;

import static io.polyphony.engine.data.InputLayout.MEL;

import java.util.Arrays;
import java.util.Map;

/**
 * Recordings as log-mel spectrograms, each band minus its train mean and divided by its train deviation. Length and rate follow the train recordings: nine in ten
 * are kept whole, and a rate that they lack is not invented. Longer recordings lose both ends alike, shorter ones are centred in silence.
 *
 * @param silence the value, after scaling, of a band without sound
 * @param hop seconds from one window to the next; 0, as older models have it, is 0.01
 */
record LogMelFeaturizer(
        String input,
        String column,
        int rate,
        int mels,
        int frames,
        float[] mean,
        float[] deviation,
        float[] silence,
        double hop)
        implements Featurizer {

    private static final double LEAST_DEVIATION = 1e-3;

    /** Convolutions halve the length several times. */
    private static final int STEP = 8;

    LogMelFeaturizer {
        hop = hop == 0 ? LogMelFeatures.hop(0) : hop;
    }

    static LogMelFeaturizer fit(LogMelFeatures spec, Table table, InputSpec input, int[] trainRows) {
        var files = MediaColumn.of(table, input);
        var sample = MediaColumn.sample(trainRows);
        var look = AudioLook.fit(files, sample, spec.sampleRate(), spec.mels());
        var sums = new double[2][spec.mels()];
        var lengths = new int[sample.length];
        var count = new int[1];
        files.each(sample, how(look), decoder(look), (_, decoded) -> {
            if (decoded != null) {
                lengths[count[0]++] = decoded.shape()[0];
                add(decoded.values(), sums);
            }
        });
        return of(spec, input, look, Arrays.copyOf(lengths, count[0]), sums);
    }

    private static LogMelFeaturizer of(
            LogMelFeatures spec, InputSpec input, AudioLook look, int[] lengths, double[][] sums) {
        var total = Math.max(1, Arrays.stream(lengths).sum());
        var mean = new float[spec.mels()];
        var deviation = new float[spec.mels()];
        var silence = new float[spec.mels()];
        var quiet = look.spectrogram().of(new float[1]);
        for (var m = 0; m < mean.length; m++) {
            var average = sums[0][m] / total;
            mean[m] = (float) average;
            deviation[m] =
                    (float) Math.max(LEAST_DEVIATION, Math.sqrt(Math.max(0, sums[1][m] / total - average * average)));
            silence[m] = (quiet[m] - mean[m]) / deviation[m];
        }
        return new LogMelFeaturizer(
                input.name(),
                input.columns().getFirst(),
                look.rate(),
                spec.mels(),
                frames(spec, lengths),
                mean,
                deviation,
                silence,
                look.hop());
    }

    @Override
    public InputLayout layout() {
        return new InputLayout(
                input,
                Modality.AUDIO,
                Map.of(MEL, BlockLayout.dense(frames, mels, 1).divided(deviation)));
    }

    @Override
    public InputFeatures apply(Table table, int[] rows) {
        var files = MediaColumn.of(table, column);
        var values = new float[Math.multiplyExact(rows.length, frames * mels)];
        var present = new boolean[rows.length];
        files.each(rows, how(look()), decoder(look()), (place, decoded) -> {
            if (decoded != null) {
                present[place] = true;
                write(decoded.values(), values, place * frames * mels);
            }
        });
        var block = new Block.Dense(new int[] {frames, mels, 1}, values);
        return new InputFeatures(input, rows.length, Map.of(MEL, block), present);
    }

    private AudioLook look() {
        return new AudioLook(rate, mels, hop);
    }

    private static String how(AudioLook look) {
        return "log-mel " + look;
    }

    private static MediaColumn.Decoder<Decoded> decoder(AudioLook look) {
        var mel = ThreadLocal.withInitial(look::spectrogram);
        return bytes -> {
            var spectrogram = mel.get().of(look.samples(bytes));
            return new Decoded(new int[] {spectrogram.length / look.mels(), look.mels()}, spectrogram);
        };
    }

    @Override
    public Reading reading(Table table, int row) {
        var recording = MediaColumn.of(table, column).decode(row, AudioDecoder::decode);
        var mel = look().spectrogram();
        var own = recording == null ? frames : mel.frames(recording.atRate(rate).samples().length);
        return new Reading.Sound(skipped(own) * mel.seconds(), mel.seconds(), mel.middles());
    }

    @Override
    public Map<String, float[]> silent() {
        var quiet = new float[frames * mels];
        for (var i = 0; i < quiet.length; i++) {
            quiet[i] = silence[i % mels];
        }
        return Map.of(MEL, quiet);
    }

    /** Frames of a recording before the first that is kept; below 0 where it is shorter. */
    private int skipped(int own) {
        return (own - frames) / 2;
    }

    private void write(float[] spectrogram, float[] target, int start) {
        var skipped = skipped(spectrogram.length / mels);
        for (var frame = 0; frame < frames; frame++) {
            var source = (frame + skipped) * mels;
            var there = source >= 0 && source < spectrogram.length;
            for (var m = 0; m < mels; m++) {
                target[start + frame * mels + m] =
                        there ? (spectrogram[source + m] - mean[m]) / deviation[m] : silence[m];
            }
        }
    }

    private static int frames(LogMelFeatures spec, int[] lengths) {
        var sorted = Arrays.stream(lengths).sorted().toArray();
        var wanted = sorted.length == 0 ? spec.frames() : sorted[(int) (AudioLook.KEPT_WHOLE * (sorted.length - 1))];
        return Math.min(spec.frames(), Math.ceilDiv(wanted, STEP) * STEP);
    }

    private static void add(float[] spectrogram, double[][] sums) {
        var mels = sums[0].length;
        for (var i = 0; i < spectrogram.length; i++) {
            sums[0][i % mels] += spectrogram[i];
            sums[1][i % mels] += (double) spectrogram[i] * spectrogram[i];
        }
    }
}
