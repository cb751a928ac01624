package io.polyphony.backend.experiment.space;

import io.polyphony.engine.data.AugmentSpec;
import io.polyphony.engine.data.Light;
import io.polyphony.engine.data.Mirror;
import io.polyphony.engine.data.Sampling;
import io.polyphony.engine.head.Counting;
import io.polyphony.engine.loss.LossSpec;
import io.polyphony.engine.loss.RegressionLoss;
import io.polyphony.hpo.space.Assignment;
import java.util.Locale;

/** How an assignment draws and varies rows, and what its losses look like. */
public final class DataChoices {
    private static final double FOCUS = 2;

    private DataChoices() {}

    /** What is left out is as it was before it could be chosen: not done. */
    public static AugmentSpec augment(Assignment a) {
        double media = real(a, Knobs.MEDIA_AUGMENT);
        return AugmentSpec.none()
                .varied(media, media, real(a, Knobs.TEXT_AUGMENT), real(a, Knobs.SERIES_AUGMENT))
                .mirrored(Mirror.valueOf(text(a, Knobs.MIRROR, "none").toUpperCase(Locale.ROOT)))
                .mixed(real(a, Knobs.MIXUP))
                .drawn(sampling(a));
    }

    /** What networks see of a picture's light. */
    static Light light(Assignment a) {
        return Light.valueOf(text(a, Knobs.IMAGE_LIGHT, "absolute").toUpperCase(Locale.ROOT));
    }

    /** In which ways a trained network looks at a picture. */
    public static Mirror views(Assignment a) {
        return Mirror.valueOf(text(a, Knobs.VIEWS, "none").toUpperCase(Locale.ROOT));
    }

    /** How things on pictures are counted. */
    public static Counting counting(Assignment a) {
        return Counting.valueOf(text(a, Knobs.COUNTING, "pooled").toUpperCase(Locale.ROOT));
    }

    /** The losses of the tasks. */
    public static LossSpec loss(Assignment a) {
        var balance = text(a, Knobs.CLASS_BALANCE, "none");
        return new LossSpec(
                real(a, Knobs.LABEL_SMOOTHING),
                balance.equals("weights"),
                RegressionLoss.valueOf(
                        text(a, Knobs.REGRESSION_LOSS, "absolute").toUpperCase(Locale.ROOT)),
                balance.equals("focal") ? FOCUS : 0);
    }

    private static Sampling sampling(Assignment a) {
        return switch (text(a, Knobs.CLASS_BALANCE, "none")) {
            case "oversample" -> Sampling.OVERSAMPLE;
            case "undersample" -> Sampling.UNDERSAMPLE;
            default -> Sampling.EVEN;
        };
    }

    private static double real(Assignment a, String knob) {
        return a.has(knob) ? a.real(knob) : 0;
    }

    private static String text(Assignment a, String knob, String usual) {
        return a.has(knob) ? a.text(knob) : usual;
    }
}
