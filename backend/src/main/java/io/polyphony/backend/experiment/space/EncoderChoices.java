package io.polyphony.backend.experiment.space;

import static io.polyphony.backend.experiment.space.Line.dropout;

import io.polyphony.engine.data.FrozenFeatures;
import io.polyphony.engine.data.Modality;
import io.polyphony.engine.encoder.EncoderSpec;
import io.polyphony.engine.encoder.FrozenEncoder;
import io.polyphony.hpo.space.Assignment;
import java.util.List;
import java.util.Map;

/** How each modality may be encoded. To add an encoder: its line in the file of its modality. */
public final class EncoderChoices {
    private static final int FROZEN_WIDTH = 128;

    private EncoderChoices() {}

    /** All of a modality, in the order in which they are shown. */
    public static List<Choice> all(Modality modality) {
        return lines(modality).stream().map(Line::choice).toList();
    }

    /** The names of those that such data take. */
    public static List<String> taken(Modality modality, DataFacts facts) {
        return Choice.names(all(modality)).stream()
                .filter(name -> facts.takes(modality, name))
                .toList();
    }

    /**
     * The encoder of an assignment for inputs of that modality.
     *
     * @param uploaded ready-made networks by the names under which they may be chosen
     */
    public static EncoderSpec spec(Modality modality, Assignment a, Map<String, FrozenFeatures> uploaded) {
        var knob = EncoderParameters.knob(modality);
        var frozen = a.has(knob) ? uploaded.get(a.text(knob)) : null;
        return frozen == null ? spec(modality, a) : new FrozenEncoder(frozen, FROZEN_WIDTH, dropout(a));
    }

    /** The encoder of an assignment for inputs of that modality. */
    public static EncoderSpec spec(Modality modality, Assignment a) {
        var knob = EncoderParameters.knob(modality);
        var name = a.text(knob, all(modality).getFirst().name());
        return lines(modality).stream()
                .filter(line -> line.choice().name().equals(name))
                .findFirst()
                .orElseThrow(() -> Choice.unknown("%s encoder".formatted(modality), name, all(modality)))
                .make()
                .apply(a);
    }

    /** The first is what an assignment means that does not say. */
    private static List<Line> lines(Modality modality) {
        return switch (modality) {
            case TABULAR -> TableEncoders.LINES;
            case TEXT -> TextEncoders.LINES;
            case IMAGE -> ImageEncoders.LINES;
            case AUDIO -> AudioEncoders.LINES;
            case SERIES -> SeriesEncoders.LINES;
        };
    }
}
