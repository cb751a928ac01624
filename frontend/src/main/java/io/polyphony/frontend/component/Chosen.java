package io.polyphony.frontend.component;

import io.polyphony.backend.experiment.UploadedEncoder;
import io.polyphony.backend.experiment.space.TrainingKnob;
import io.polyphony.backend.experiment.space.TrainingKnobs;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A parameter of a search in the words of the wizard that offered it. */
public final class Chosen {
    private static final Map<String, String> TITLES = Map.of(
            "width", "Width of what is fused",
            "depth", "Layers after fusion",
            "batch", "Rows per step",
            "epochs", "Most epochs");

    private Chosen() {}

    /** What was chosen; of a knob that there is one of per task or modality, of which. */
    public static String title(String name) {
        int dot = name.indexOf('.');
        var whole = dot < 0 ? name : name.substring(0, dot);
        var title =
                knob(name).map(TrainingKnob::title).orElseGet(() -> TITLES.getOrDefault(whole, Numbers.words(whole)));
        return dot < 0 ? title : "%s: %s".formatted(title, name.substring(dot + 1));
    }

    /** As what. */
    public static String value(String name, Object value) {
        var text = value instanceof Number number ? Numbers.number(number.doubleValue()) : String.valueOf(value);
        return knob(name)
                .flatMap(knob -> option(knob, value))
                .orElseGet(() -> value instanceof String && !text.startsWith(UploadedEncoder.PREFIX)
                        ? Numbers.words(text)
                        : text);
    }

    private static Optional<TrainingKnob> knob(String name) {
        return TrainingKnobs.all().stream()
                .filter(knob -> name.equals(knob.name()) || name.startsWith(knob.name() + "."))
                .findFirst();
    }

    private static Optional<String> option(TrainingKnob knob, Object value) {
        return knob.options().stream()
                .filter(option -> value instanceof Number number
                        ? knob.numeric() && Double.parseDouble(option.name()) == number.doubleValue()
                        : Objects.equals(option.name(), value))
                .map(option -> option.title())
                .findFirst();
    }
}
