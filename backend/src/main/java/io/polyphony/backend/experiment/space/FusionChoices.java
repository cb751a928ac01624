package io.polyphony.backend.experiment.space;

import static io.polyphony.hpo.space.Parameter.ordinal;
import static io.polyphony.hpo.space.Parameter.real;

import io.polyphony.engine.fusion.FusionKind;
import io.polyphony.engine.fusion.FusionSettings;
import io.polyphony.engine.fusion.FusionSpec;
import io.polyphony.engine.fusion.Fusions;
import io.polyphony.hpo.space.Assignment;
import io.polyphony.hpo.space.CategoricalParameter;
import io.polyphony.hpo.space.Parameter;
import java.util.ArrayList;
import java.util.List;

/** How inputs may be fused: every line of the engine's {@link Fusions}, its parameters, and what an assignment becomes. */
public final class FusionChoices {
    private static final String SINGLE_INPUT = "concatenation";
    /** A trunk without a bend, so that what is linear stays so. */
    private static final String STRAIGHT = "sum";

    private FusionChoices() {}

    /** All, in the order in which they are shown. */
    public static List<Choice> all() {
        return Fusions.all().stream()
                .map(kind -> new Choice(kind.name(), kind.title(), kind.usual(), kind.explanation()))
                .toList();
    }

    static List<Parameter> parameters(DataFacts facts, List<String> fusions) {
        var shared = List.<Parameter>of(
                ordinal(Knobs.WIDTH, 64, 128), real(Knobs.DROPOUT, facts.tablesOnly() ? 0 : 0.1, 0.5));
        if (!facts.fuses()) {
            return shared;
        }
        var parameters = new ArrayList<Parameter>();
        parameters.add(new CategoricalParameter(Knobs.FUSION, fusions, null));
        parameters.addAll(shared);
        parameters.add(ordinal(Knobs.MODALITY_DROPOUT, 0.0, 0.1, 0.2, 0.3));
        var deep = Fusions.all().stream()
                .filter(FusionKind::deep)
                .map(FusionKind::name)
                .filter(fusions::contains)
                .toArray(String[]::new);
        if (deep.length > 0) {
            parameters.add(ordinal(Knobs.DEPTH, 1, 2).when(Knobs.FUSION, deep));
        }
        return parameters;
    }

    private static boolean straight(Assignment a) {
        boolean table = a.text(Knobs.TABLE_ENCODER, "").equals(Knobs.LINEAR);
        boolean forecast = a.text(Knobs.SERIES_ENCODER, "").equals(Knobs.LINEAR) && !a.has(Knobs.SERIES_WIDTH);
        return table || forecast;
    }

    /** The fusion of an assignment. A single input needs none: it passes through the same trunk, or through a straight one. */
    public static FusionSpec spec(Assignment a) {
        var name = a.text(Knobs.FUSION, straight(a) ? STRAIGHT : SINGLE_INPUT);
        return Fusions.named(name)
                .of(new FusionSettings(
                        a.integer(Knobs.WIDTH),
                        a.integer(Knobs.DEPTH, 1),
                        a.real(Knobs.DROPOUT),
                        a.real(Knobs.MODALITY_DROPOUT, 0)));
    }
}
