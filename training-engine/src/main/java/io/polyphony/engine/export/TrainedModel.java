package io.polyphony.engine.export;

import io.polyphony.engine.data.Preprocessor;
import io.polyphony.engine.network.NetworkSpec;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A trained network with all that it needs to answer for raw rows: specification, preprocessor, weights, provenance. */
public final class TrainedModel {
    private final NetworkSpec network;
    private final Preprocessor preprocessor;
    private final Weights weights;
    private final Map<String, String> provenance;

    public TrainedModel(
            NetworkSpec network, Preprocessor preprocessor, Weights weights, Map<String, String> provenance) {
        this.network = network;
        this.preprocessor = preprocessor;
        this.weights = weights;
        this.provenance = Collections.unmodifiableMap(new LinkedHashMap<>(provenance));
    }

    public NetworkSpec network() {
        return network;
    }

    public Preprocessor preprocessor() {
        return preprocessor;
    }

    public Weights weights() {
        return weights;
    }

    /** Where the model comes from: engine version, seed, best epoch, and whatever the caller added. */
    public Map<String, String> provenance() {
        return provenance;
    }

    /** The same model with more provenance. */
    public TrainedModel with(Map<String, String> more) {
        var all = new LinkedHashMap<>(provenance);
        all.putAll(more);
        return new TrainedModel(network, preprocessor, weights, all);
    }
}
