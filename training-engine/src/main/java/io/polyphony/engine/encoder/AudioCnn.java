package io.polyphony.engine.encoder;

import io.polyphony.engine.data.FeaturizerSpec;
import io.polyphony.engine.data.InputLayout;
import io.polyphony.engine.data.LogMelFeatures;
import io.polyphony.engine.layer.ConvolutionStack;
import io.polyphony.engine.layer.Drop;
import io.polyphony.engine.layer.Members;
import io.polyphony.engine.layer.Tokens;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.tensor.Check;

/**
 * Convolution blocks of 3 x 3 over the log-mel spectrogram, then the mean over time of every channel in every band.
 *
 * @param mels mel bands, 8..256
 * @param frames frames of 10 ms kept per recording, 8..4096
 * @param sampleRate Hz that a recording is resampled to, 1000..48000
 * @param width channels of the first block, 1..256
 * @param blocks convolution blocks, 1..6
 * @param dropout share of the embedding dropped in training, 0..0.9
 */
public record AudioCnn(int mels, int frames, int sampleRate, int width, int blocks, double dropout)
        implements Sequenced {
    public AudioCnn {
        Check.range("mels", mels, 8, 256);
        Check.range("frames", frames, 8, 4096);
        Check.range("sampleRate", sampleRate, 1000, 48_000);
        Check.range("width", width, 1, 256);
        Check.range("blocks", blocks, 1, 6);
        Check.range("dropout", dropout, 0, 0.9);
        Check.range("min(mels, frames) / 2^blocks", Math.min(mels, frames) >> blocks, 1, 4096);
    }

    @Override
    public FeaturizerSpec featurizer() {
        return new LogMelFeatures(mels, frames, sampleRate);
    }

    @Override
    public Sequence sequence(Graph graph, InputLayout layout) {
        var mel = graph.input(
                layout.qualified(InputLayout.MEL), layout.block(InputLayout.MEL).shape());
        var frames = ConvolutionStack.overTime(graph, layout.input(), mel, width, blocks);
        return new Sequence(Drop.of(graph, Members.mean(graph, frames), dropout), Tokens.all(graph, frames));
    }
}
