package io.polyphony.engine.data;

/** The modality of an input group of the network: all numeric and categorical columns form one tabular input, all text columns one text input, each image, audio or series column an input of its own. */
public enum Modality {
    TABULAR,
    TEXT,
    IMAGE,
    AUDIO,
    /** Many numbers per cell: a time series, or an embedding made elsewhere. */
    SERIES
}
