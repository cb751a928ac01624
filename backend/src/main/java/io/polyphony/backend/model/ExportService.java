package io.polyphony.backend.model;

import io.polyphony.backend.common.ModelId;
import io.polyphony.backend.security.Actor;

/** Models in formats of others. */
public interface ExportService {
    /**
     * The model's network as a Keras model in HDF5. The download is logged.
     *
     * @throws io.polyphony.backend.common.Conflict when a layer has no match in Keras, whose name is told, or the model has
     *     several networks
     */
    ExportedFile keras(Actor actor, ModelId model);
}
