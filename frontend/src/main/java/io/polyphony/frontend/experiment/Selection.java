package io.polyphony.frontend.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The trial that table and charts light up together. */
final class Selection {
    private final List<Consumer<String>> listeners = new ArrayList<>();
    private @Nullable String trial;

    /** @param listener gets the trial's id, or an empty text when none is selected */
    void onChange(Consumer<String> listener) {
        listeners.add(listener);
    }

    Optional<String> trial() {
        return Optional.ofNullable(trial);
    }

    /** Selects; the same again changes nothing. Empty selects none. */
    void select(String id) {
        var wanted = id.isEmpty() ? null : id;
        if (!java.util.Objects.equals(wanted, trial)) {
            trial = wanted;
            listeners.forEach(listener -> listener.accept(id));
        }
    }
}
