package io.polyphony.frontend.model;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.polyphony.backend.model.ModelView;

/** A row for the model to fill in, as JSON. */
final class Example {
    private Example() {}

    static String of(ModelView model, ObjectMapper json) {
        var row = json.createObjectNode();
        model.inputs()
                .forEach(input -> input.columns().forEach(column -> {
                    switch (input.modality()) {
                        case TABULAR -> row.putNull(column);
                        case TEXT -> row.put(column, "some words");
                        case SERIES -> {
                            if (PastCells.asked(model)) {
                                row.put(column, 0.1); // One row per step.
                            } else {
                                row.put(column, "0.1 0.2 0.3");
                            }
                        }
                        case IMAGE -> row.put(column, "<base64 of an image>");
                        case AUDIO -> row.put(column, "<base64 of a sound file>");
                    }
                }));
        return row.toString().replace("'", "'\\''");
    }
}
