package io.polyphony.backend.experiment.space;

import static io.polyphony.backend.experiment.space.Line.dropout;
import static io.polyphony.backend.experiment.space.Line.special;
import static io.polyphony.backend.experiment.space.Line.usual;

import io.polyphony.engine.encoder.EncoderSpec;
import io.polyphony.engine.encoder.ImageCnn;
import io.polyphony.engine.encoder.ImagePatches;
import io.polyphony.engine.encoder.ImageResNet;
import io.polyphony.engine.encoder.ReadOut;
import io.polyphony.hpo.space.Assignment;
import java.util.List;
import java.util.Set;

/** How pictures may be encoded. */
final class ImageEncoders {

    /** Every place of a picture is compared with every word. */
    private static final int PATCHED = 32;

    /** Those that show at every scale what they see, as masks and boxes need. */
    static final Set<String> DRAWING = Set.of(Knobs.CNN, Knobs.RESNET_10, Knobs.RESNET_18);

    static final List<Line> LINES = List.of(
            usual(
                    Knobs.CNN,
                    "CNN",
                    "A few convolutions and where in the picture they answer: quick, and good on small pictures.",
                    ImageEncoders::cnn),
            usual(
                    Knobs.PATCHES,
                    "How much of each typical patch, and which colours, each part of a picture has: learns little, so that few pictures are enough.",
                    a -> new ImagePatches(
                            Math.min(size(a), PATCHED),
                            channels(a),
                            DataChoices.light(a),
                            a.integer(Knobs.IMAGE_WORDS),
                            4 * width(a),
                            dropout(a))),
            special(
                    Knobs.RESNET_10,
                    "ResNet-10",
                    "A residual network of ten layers: learns finer features than the small one, for several times the time.",
                    a -> residual(1, a)),
            special(
                    Knobs.RESNET_18,
                    "ResNet-18",
                    "A residual network of eighteen layers: for some ten thousand pictures or more.",
                    a -> residual(2, a)));

    private ImageEncoders() {}

    private static EncoderSpec cnn(Assignment a) {
        return new ImageCnn(
                size(a),
                channels(a),
                width(a),
                a.integer(Knobs.IMAGE_BLOCKS),
                dropout(a),
                DataChoices.light(a),
                ImageSizes.stride(a));
    }

    /** @param blocks per stage */
    private static EncoderSpec residual(int blocks, Assignment a) {
        return new ImageResNet(
                size(a),
                channels(a),
                width(a),
                blocks,
                dropout(a),
                DataChoices.light(a),
                ImageSizes.stride(a),
                a.has(Knobs.IMAGE_CELLS) ? ReadOut.GRID : ReadOut.MEAN);
    }

    private static int size(Assignment a) {
        return a.integer(Knobs.IMAGE_SIZE);
    }

    private static int channels(Assignment a) {
        return a.integer(Knobs.IMAGE_CHANNELS);
    }

    private static int width(Assignment a) {
        return a.integer(Knobs.IMAGE_WIDTH);
    }
}
