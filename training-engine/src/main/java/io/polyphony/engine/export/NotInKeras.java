package io.polyphony.engine.export;

/** A network has a layer that Keras has not; the message names it. */
public final class NotInKeras extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotInKeras(String layer) {
        super(
                "The network has a layer (%s) that no layer of Keras does. Maybe take the bundle, which answers as the model does, or its ONNX file."
                        .formatted(layer));
    }
}
