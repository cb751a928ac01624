package io.polyphony.engine.training;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What became in an epoch of what is learned beside the tasks. Names: {@code unimodal.} and an input, the loss of its own heads;
 * {@code modulation.} and an input, the coefficient on its encoder's steps; {@code autoencoding}, the autoencoder's loss,
 * 1 being that of a constant.
 *
 * @param train means over the epoch's steps
 * @param validation on the validation rows, where it can be told
 */
public record BesideReport(Map<String, Double> train, Map<String, Double> validation) {
    /** Nothing is learned beside the tasks. */
    public static final BesideReport NONE = new BesideReport(Map.of(), Map.of());

    static final String UNIMODAL = "unimodal.";
    static final String MODULATION = "modulation.";

    public BesideReport {
        train = Collections.unmodifiableMap(new LinkedHashMap<>(train));
        validation = Collections.unmodifiableMap(new LinkedHashMap<>(validation));
    }

    /** The input whose coefficient goes by that name; empty for the name of a loss. */
    public static Optional<String> modulated(String name) {
        return name.startsWith(MODULATION) ? Optional.of(name.substring(MODULATION.length())) : Optional.empty();
    }
}
