package io.polyphony.engine.data;

/** A fitted way from raw columns to blocks. It holds nothing but what was fitted on train rows, is written as JSON and is safe for use by several threads. */
public interface Featurizer {

    InputLayout layout();

    /**
     * The blocks of these rows, in this order.
     *
     * @throws CorruptFile when a file cannot be decoded
     */
    InputFeatures apply(Table table, int[] rows);
}
