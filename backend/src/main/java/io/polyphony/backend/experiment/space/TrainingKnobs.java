package io.polyphony.backend.experiment.space;

import io.polyphony.engine.data.Modality;
import io.polyphony.hpo.space.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Everything about training that a search may choose by name. To add something: its line in one of the files listed here, and who reads it. */
public final class TrainingKnobs {
    private static final List<TrainingKnob> ALL = Stream.of(
                    HeadKnobs.LINES, DescentKnobs.LINES, BesideKnobs.LINES, DataKnobs.LINES)
            .flatMap(List::stream)
            .toList();

    private TrainingKnobs() {}

    /** All, in the order in which they are shown. */
    public static List<TrainingKnob> all() {
        return ALL;
    }

    /** Those of {@link #all} that are about heads and their losses. */
    public static List<TrainingKnob> heads() {
        return HeadKnobs.LINES;
    }

    /**
     * Those that make a difference, in the order in which they are shown.
     *
     * @param encoders by modality the names of those that may be tried
     */
    public static List<TrainingKnob> read(DataFacts facts, Function<Modality, List<String>> encoders) {
        return ALL.stream()
                .filter(knob -> knob.concerns(facts) && EncoderParameters.read(knob.name(), encoders))
                .toList();
    }

    /** The one of that name. */
    public static TrainingKnob named(String name) {
        return ALL.stream()
                .filter(knob -> knob.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no knob (%s).".formatted(name)));
    }

    /** The one that a name in a request means: its own, or that of one of its parameters. */
    public static TrainingKnob of(String name) {
        return named(name.contains(".") ? name.substring(0, name.indexOf('.')) : name);
    }

    /** What requests for these data may name: knobs, and parameters of knobs that have several. */
    public static Set<String> names(DataFacts facts) {
        var names = new LinkedHashSet<String>();
        ALL.forEach(knob -> names.add(knob.name()));
        ALL.forEach(knob -> names.addAll(knob.parameters(facts)));
        return names;
    }

    static List<Parameter> parameters(DataFacts facts, Map<String, List<String>> wanted) {
        var parameters = new ArrayList<Parameter>();
        for (var knob : ALL) {
            knob.of(facts, wanted).forEach(parameters::add);
        }
        return ClassOptions.apart(parameters, facts.tasks());
    }
}
