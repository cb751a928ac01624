package io.polyphony.backend.experiment.space;

import io.polyphony.engine.encoder.EncoderSpec;
import io.polyphony.engine.encoder.ImageCnn;
import io.polyphony.engine.encoder.ImageResNet;
import io.polyphony.hpo.space.Assignment;

/** The encoders of pictures that an assignment means. */
final class ImageEncoders {
    private ImageEncoders() {}

    static EncoderSpec cnn(Assignment a) {
        return new ImageCnn(
                size(a), channels(a), width(a), a.integer(Knobs.IMAGE_BLOCKS), dropout(a), DataChoices.light(a));
    }

    /** @param blocks per stage */
    static EncoderSpec residual(int blocks, Assignment a) {
        return new ImageResNet(size(a), channels(a), width(a), blocks, dropout(a), DataChoices.light(a));
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

    private static double dropout(Assignment a) {
        return a.real(Knobs.DROPOUT);
    }
}
