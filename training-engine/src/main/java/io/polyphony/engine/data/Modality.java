package io.polyphony.engine.data;

/** The modality of an input group of the network: all numeric and categorical columns form one tabular input, all text columns one text input, each image or audio column an input of its own. */
public enum Modality {
    TABULAR,
    TEXT,
    IMAGE,
    AUDIO
}
