package io.polyphony.engine.encoder;

import io.polyphony.engine.data.FeaturizerSpec;
import io.polyphony.engine.data.InputLayout;
import io.polyphony.engine.data.Light;
import io.polyphony.engine.data.PatchFeatures;
import io.polyphony.engine.data.PixelFeatures;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.program.Node;
import io.polyphony.engine.tensor.Check;

/**
 * How much of each typical patch is in each part of a picture (Coates, Lee and Ng 2011), through a small perceptron: only that
 * is learned by the targets, which takes little time and few rows.
 *
 * @param size pixels per side that pictures are brought to, 8..128
 * @param channels 1 for grey, 3 for colour
 * @param light what of a picture's light is kept
 * @param words typical patches, 1..4096
 * @param width units of the hidden layer, 1..4096
 * @param dropout share of sums and of units dropped in training, 0..0.9
 */
public record ImagePatches(int size, int channels, Light light, int words, int width, double dropout)
        implements EncoderSpec {
    public ImagePatches {
        Check.range("size", size, 8, 128);
        Summed.check(words, width, dropout);
    }

    @Override
    public FeaturizerSpec featurizer() {
        return new PatchFeatures(new PixelFeatures(size, channels, light), words);
    }

    @Override
    public Node build(Graph graph, InputLayout layout) {
        return Summed.of(graph, layout, InputLayout.PATCHES, width, dropout);
    }
}
