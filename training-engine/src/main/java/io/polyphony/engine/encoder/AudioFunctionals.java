package io.polyphony.engine.encoder;

import io.polyphony.engine.data.FeaturizerSpec;
import io.polyphony.engine.data.FunctionalFeatures;
import io.polyphony.engine.data.InputLayout;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.program.Node;
import io.polyphony.engine.tensor.Check;

/**
 * What a recording is like on the whole (functionals of its spectrum and its pitch, as openSMILE has them; Eyben, Wöllmer and
 * Schuller 2010), through a small perceptron: only that is learned, which takes a second, and few recordings are enough.
 *
 * @param mels mel bands, 8..256
 * @param sampleRate Hz that a recording is resampled to, 1000..48000
 * @param width units of the hidden layer, 1..4096
 * @param dropout share of numbers and of units dropped in training, 0..0.9
 */
public record AudioFunctionals(int mels, int sampleRate, int width, double dropout) implements EncoderSpec {
    public AudioFunctionals {
        Check.range("mels", mels, 8, 256);
        Check.range("sampleRate", sampleRate, 1000, 48_000);
        Summed.check(width, dropout);
    }

    @Override
    public FeaturizerSpec featurizer() {
        return new FunctionalFeatures(mels, sampleRate);
    }

    @Override
    public Node build(Graph graph, InputLayout layout) {
        return Summed.of(graph, layout, InputLayout.FUNCTIONALS, width, dropout);
    }
}
