package io.polyphony.frontend.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.polyphony.engine.data.InputSpec;
import io.polyphony.engine.data.Modality;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row that the model was asked about, as the form held it then.
 *
 * @param cells by column; images and audio as base64
 */
record AskedRow(List<InputSpec> inputs, Map<String, JsonNode> cells) {

    /** The picture of an input, base64. */
    @Nullable
    String picture(String input) {
        return inputs.stream()
                .filter(spec -> spec.name().equals(input) && spec.modality() == Modality.IMAGE)
                .findFirst()
                .map(spec -> cells.get(spec.columns().getFirst()))
                .map(JsonNode::textValue)
                .orElse(null);
    }

    /** The first picture of the row, on which masks are drawn. */
    @Nullable
    String picture() {
        return inputs.stream()
                .filter(spec -> spec.modality() == Modality.IMAGE)
                .findFirst()
                .map(spec -> picture(spec.name()))
                .orElse(null);
    }
}
