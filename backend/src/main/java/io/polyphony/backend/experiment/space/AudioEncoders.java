package io.polyphony.backend.experiment.space;

import static io.polyphony.backend.experiment.space.Line.dropout;
import static io.polyphony.backend.experiment.space.Line.special;
import static io.polyphony.backend.experiment.space.Line.usual;

import io.polyphony.engine.encoder.AudioCnn;
import io.polyphony.engine.encoder.AudioCrnn;
import io.polyphony.engine.encoder.AudioFunctionals;
import io.polyphony.engine.encoder.AudioPatches;
import io.polyphony.engine.encoder.AudioResNet;
import io.polyphony.hpo.space.Assignment;
import java.util.List;

/** How sounds may be encoded. */
final class AudioEncoders {
    private static final int MELS = 40;
    private static final int UNITS = 64;

    static final List<Line> LINES = List.of(
            usual(
                    Knobs.CNN,
                    "CNN",
                    "A few convolutions over the spectrogram, averaged over time: quick, and good on short sounds.",
                    a -> new AudioCnn(MELS, frames(a), rate(a), width(a), a.integer(Knobs.AUDIO_BLOCKS), dropout(a))),
            usual(
                    Knobs.PATCHES,
                    "How much of each typical patch each part of the spectrogram has: learns little, so that few sounds are enough.",
                    a -> new AudioPatches(
                            MELS, frames(a), rate(a), a.integer(Knobs.AUDIO_WORDS), 4 * width(a), dropout(a))),
            usual(
                    Knobs.FUNCTIONALS,
                    "What each recording is like on the whole: how loud every band is, how it moves, and how high it sounds. Learnt in a second, of few sounds.",
                    a -> new AudioFunctionals(MELS, rate(a), 8 * width(a), dropout(a))),
            special(
                    Knobs.CRNN,
                    "CRNN",
                    "Convolutions over the spectrogram, then a memory over time: for sounds whose order matters.",
                    a -> new AudioCrnn(
                            MELS, frames(a), rate(a), width(a), a.integer(Knobs.AUDIO_BLOCKS), UNITS, dropout(a))),
            special(
                    "resnet10",
                    "ResNet-10",
                    "A residual network of ten layers over the spectrogram: finer features, for several times the time.",
                    a -> new AudioResNet(MELS, frames(a), rate(a), width(a), 1, dropout(a))));

    private AudioEncoders() {}

    private static int frames(Assignment a) {
        return a.integer(Knobs.AUDIO_FRAMES);
    }

    private static int rate(Assignment a) {
        return a.integer(Knobs.AUDIO_RATE);
    }

    private static int width(Assignment a) {
        return a.integer(Knobs.AUDIO_WIDTH);
    }
}
