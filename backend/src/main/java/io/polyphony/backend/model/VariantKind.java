package io.polyphony.backend.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a model is made smaller, or better. */
public enum VariantKind {
    INT8("One byte per weight: a quarter of the size, answers change a little."),
    FP16("Two bytes per weight: half the size, answers hardly change."),
    PRUNED("Small weights become zero and the rest is trained on without them."),
    DISTILLED("A network with narrower layers learns what the model answers."),
    REFIT(
            "Trained once more on train and validation rows, for as many epochs as were best, one network in place of all folds; test rows judge it.");

    private final String explanation;

    VariantKind(String explanation) {
        this.explanation = explanation;
    }

    /** One sentence. */
    public String explanation() {
        return explanation;
    }

    /** Its name in requests. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of that name. */
    static Optional<VariantKind> named(String label) {
        return Arrays.stream(values())
                .filter(kind -> kind.label().equals(label))
                .findFirst();
    }

    /** Reads what {@link #label} wrote. */
    @JsonCreator
    static VariantKind stored(String label) {
        return named(label)
                .orElseThrow(() -> new IllegalArgumentException("There is no kind of variant (%s).".formatted(label)));
    }

    /** All names. */
    static List<String> labels() {
        return Arrays.stream(values()).map(VariantKind::label).toList();
    }
}
