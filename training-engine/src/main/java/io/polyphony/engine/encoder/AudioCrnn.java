package io.polyphony.engine.encoder;

import io.polyphony.engine.data.FeaturizerSpec;
import io.polyphony.engine.data.InputLayout;
import io.polyphony.engine.data.LogMelFeatures;
import io.polyphony.engine.layer.ConvolutionStack;
import io.polyphony.engine.layer.Drop;
import io.polyphony.engine.layer.Members;
import io.polyphony.engine.layer.Recurrent;
import io.polyphony.engine.layer.SideBySide;
import io.polyphony.engine.layer.Tokens;
import io.polyphony.engine.op.MaxOverTime;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.program.Node;
import io.polyphony.engine.tensor.Check;
import io.polyphony.engine.tensor.Shape;
import java.util.ArrayList;

/**
 * Convolution blocks over the log-mel spectrogram, then gated recurrent units over time in both directions; the embedding
 * is the mean and the largest of their states.
 *
 * @param mels mel bands, 8..256
 * @param frames frames of 10 ms kept per recording, 8..4096
 * @param sampleRate Hz that a recording is resampled to, 1000..48000
 * @param width channels of the first block, 1..256
 * @param blocks convolution blocks, 1..6
 * @param units of each direction, 1..1024
 * @param dropout share of the embedding dropped in training, 0..0.9
 */
public record AudioCrnn(int mels, int frames, int sampleRate, int width, int blocks, int units, double dropout)
        implements Sequenced {
    public AudioCrnn {
        Check.range("mels", mels, 8, 256);
        Check.range("frames", frames, 8, 4096);
        Check.range("sampleRate", sampleRate, 1000, 48_000);
        Check.range("width", width, 1, 256);
        Check.range("blocks", blocks, 1, 6);
        Check.range("units", units, 1, 1024);
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
        var sequence = ConvolutionStack.overTime(graph, layout.input(), mel, width, blocks);
        var always = graph.constant(1, Shape.of(graph.batch(), sequence.shape().extent(1)));
        var directions = new Recurrent(Recurrent.Kind.GRU, units, true)
                .states(graph, layout.input() + ".states", sequence, always);
        var parts = new ArrayList<Node>();
        for (var states : directions) {
            parts.add(Members.mean(graph, states));
            parts.add(graph.apply(new MaxOverTime(), states, always));
        }
        return new Sequence(
                Drop.of(graph, SideBySide.of(graph, parts), dropout),
                new Tokens(SideBySide.of(graph, directions), always));
    }
}
