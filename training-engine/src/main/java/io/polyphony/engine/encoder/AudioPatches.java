package io.polyphony.engine.encoder;

import io.polyphony.engine.data.FeaturizerSpec;
import io.polyphony.engine.data.InputLayout;
import io.polyphony.engine.data.LogMelFeatures;
import io.polyphony.engine.data.PatchFeatures;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.program.Node;
import io.polyphony.engine.tensor.Check;

/**
 * How much of each typical patch of a log-mel spectrogram is in each part of it (Salamon and Bello 2015), through a small
 * perceptron: only that is learned by the targets, which takes little time and few rows.
 *
 * @param mels mel bands, 8..256
 * @param frames frames kept per recording, 8..4096
 * @param sampleRate Hz that a recording is resampled to, 1000..48000
 * @param words typical patches, 1..4096
 * @param width units of the hidden layer, 1..4096
 * @param dropout share of sums and of units dropped in training, 0..0.9
 */
public record AudioPatches(int mels, int frames, int sampleRate, int words, int width, double dropout)
        implements EncoderSpec {
    public AudioPatches {
        Check.range("mels", mels, 8, 256);
        Check.range("frames", frames, 8, 4096);
        Check.range("sampleRate", sampleRate, 1000, 48_000);
        Summed.check(words, width, dropout);
    }

    @Override
    public FeaturizerSpec featurizer() {
        return new PatchFeatures(new LogMelFeatures(mels, frames, sampleRate), words);
    }

    @Override
    public Node build(Graph graph, InputLayout layout) {
        return Summed.of(graph, layout, InputLayout.PATCHES, width, dropout);
    }
}
