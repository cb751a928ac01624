package io.polyphony.backend.experiment.space;

import io.polyphony.engine.data.AugmentSpec;
import io.polyphony.engine.data.InputSpec;
import io.polyphony.engine.data.Light;
import io.polyphony.engine.data.Mirror;
import io.polyphony.engine.data.Modality;
import io.polyphony.engine.data.PastUnit;
import io.polyphony.engine.data.PastView;
import io.polyphony.engine.data.Sampling;
import io.polyphony.engine.head.Counting;
import io.polyphony.engine.loss.LossSpec;
import io.polyphony.engine.loss.RegressionLoss;
import io.polyphony.hpo.space.Assignment;
import java.util.List;
import java.util.Locale;

/** How an assignment draws and varies rows, and what its losses look like. */
public final class DataChoices {
    private static final double FOCUS = 2;

    private DataChoices() {}

    /** What is left out is as it was before it could be chosen: not done. */
    public static AugmentSpec augment(Assignment a) {
        double media = a.real(Knobs.MEDIA_AUGMENT, 0);
        return AugmentSpec.none()
                .varied(media, media, a.real(Knobs.TEXT_AUGMENT, 0), a.real(Knobs.SERIES_AUGMENT, 0))
                .mirrored(Mirror.valueOf(a.text(Knobs.MIRROR, "none").toUpperCase(Locale.ROOT)))
                .voiced(a.real(Knobs.VOICES, 0))
                .mixed(a.real(Knobs.MIXUP, 0))
                .drawn(sampling(a));
    }

    /** What networks see of a picture's light. */
    static Light light(Assignment a) {
        return Light.valueOf(a.text(Knobs.IMAGE_LIGHT, "absolute").toUpperCase(Locale.ROOT));
    }

    /** In which ways a trained network looks at a picture. */
    public static Mirror views(Assignment a) {
        return Mirror.valueOf(a.text(Knobs.VIEWS, "none").toUpperCase(Locale.ROOT));
    }

    /** How things on pictures are counted. */
    public static Counting counting(Assignment a) {
        return Counting.valueOf(a.text(Knobs.COUNTING, "pooled").toUpperCase(Locale.ROOT));
    }

    /** Whether numbers begin at a line through those of tables, where any of these inputs is one. */
    public static boolean lined(Assignment a, List<InputSpec> inputs) {
        return a.text(Knobs.NUMBER_LINE, "none").equals(Knobs.FITTED)
                && inputs.stream().anyMatch(input -> input.modality() == Modality.TABULAR);
    }

    /** The losses of the tasks. */
    public static LossSpec loss(Assignment a) {
        var balance = a.text(Knobs.CLASS_BALANCE, "none");
        return new LossSpec(
                a.real(Knobs.LABEL_SMOOTHING, 0),
                balance.equals("weights"),
                RegressionLoss.valueOf(a.text(Knobs.REGRESSION_LOSS, "absolute").toUpperCase(Locale.ROOT)),
                balance.equals("focal") ? FOCUS : 0,
                a.text(Knobs.FORECAST_UNIT, "column").equals(Knobs.EVEN));
    }

    /** How the past of columns over time is told. */
    public static PastView pasts(Assignment a) {
        // Trials of before there was a choice see all of it, by column.
        boolean column = a.text(Knobs.FORECAST_UNIT, "column").equals("column");
        return new PastView(a.real(Knobs.FORECAST_PAST, 1), column ? PastUnit.COLUMN : PastUnit.WINDOW);
    }

    /**
     * What a trial reads of these inputs, whose first is the past where something is forecast; trials of before there was a
     * choice read all.
     */
    public static List<InputSpec> inputs(Assignment a, List<InputSpec> inputs) {
        return a.text(Knobs.FORECAST_INPUTS, Knobs.ALL).equals(Knobs.PAST) ? List.of(inputs.getFirst()) : inputs;
    }

    private static Sampling sampling(Assignment a) {
        return switch (a.text(Knobs.CLASS_BALANCE, "none")) {
            case "oversample" -> Sampling.OVERSAMPLE;
            case "undersample" -> Sampling.UNDERSAMPLE;
            default -> Sampling.EVEN;
        };
    }
}
