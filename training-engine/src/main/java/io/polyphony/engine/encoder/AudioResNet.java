package io.polyphony.engine.encoder;

import io.polyphony.engine.data.FeaturizerSpec;
import io.polyphony.engine.data.InputLayout;
import io.polyphony.engine.data.LogMelFeatures;
import io.polyphony.engine.layer.Drop;
import io.polyphony.engine.layer.Members;
import io.polyphony.engine.layer.ResidualStack;
import io.polyphony.engine.layer.Tokens;
import io.polyphony.engine.op.Reshape;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.tensor.Check;
import io.polyphony.engine.tensor.Shape;

/**
 * A residual network of four stages over the log-mel spectrogram, then the mean over time of every channel in every band.
 *
 * @param mels mel bands, 8..256
 * @param frames frames of 10 ms kept per recording, 8..4096
 * @param sampleRate Hz that a recording is resampled to, 1000..48000
 * @param width channels of the first stage, 1..128; the last has eight times as many
 * @param blocks per stage: 1 is a ResNet-10, 2 a ResNet-18; 1..4
 * @param dropout share of the embedding dropped in training, 0..0.9
 */
public record AudioResNet(int mels, int frames, int sampleRate, int width, int blocks, double dropout)
        implements Sequenced {
    private static final int STAGES = 4;

    public AudioResNet {
        Check.range("mels", mels, 8, 256);
        Check.range("frames", frames, 8, 4096);
        Check.range("sampleRate", sampleRate, 1000, 48_000);
        Check.range("width", width, 1, 128);
        Check.range("blocks", blocks, 1, 4);
        Check.range("dropout", dropout, 0, 0.9);
    }

    @Override
    public FeaturizerSpec featurizer() {
        return new LogMelFeatures(mels, frames, sampleRate);
    }

    @Override
    public Sequence sequence(Graph graph, InputLayout layout) {
        var mel = graph.input(
                layout.qualified(InputLayout.MEL), layout.block(InputLayout.MEL).shape());
        var features = new ResidualStack(width, STAGES, blocks).features(graph, layout.input(), mel);
        int bands = features.shape().extent(2) * features.shape().last();
        var perFrame =
                graph.apply(new Reshape(Shape.of(graph.batch(), features.shape().extent(1), bands)), features);
        return new Sequence(Drop.of(graph, Members.mean(graph, perFrame), dropout), Tokens.all(graph, perFrame));
    }
}
