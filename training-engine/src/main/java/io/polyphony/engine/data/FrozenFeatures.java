package io.polyphony.engine.data;

/**
 * What a ready-made network says of rows: an embedding, computed once.
 *
 * @param content SHA-256 of the network's ONNX file, in hexadecimal
 * @param read what it reads of a row
 * @param width of the embedding
 */
public record FrozenFeatures(String content, FrozenInput read, int width) implements FeaturizerSpec {
    public FrozenFeatures {
        FeaturizerSpec.require(width >= 1, "width", width, "at least 1");
    }
}
