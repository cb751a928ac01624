package io.polyphony.backend.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.polyphony.backend.common.ModelId;
import io.polyphony.backend.common.VariantId;
import io.polyphony.backend.security.Actor;
import java.util.List;
import java.util.Map;

/** Makes variants of models: smaller ones, and such as have learned from more rows. */
public interface VariantService {
    /**
     * Begins to make a variant, in the background. It learns from train rows and is judged by validation rows, fold by fold where
     * the model was trained in folds; the test split stays sealed, but for a refit, which learns from validation rows as well: test
     * rows judge it, a logged look. Of folds a refit makes one network. Needs the role runner.
     *
     * @throws io.polyphony.backend.common.Invalid with a JSON pointer per wrong setting
     * @throws io.polyphony.backend.common.Conflict when the model's weights are gone
     */
    Variant make(Actor actor, ModelId model, VariantRequest request);

    /** Newest first. */
    List<Variant> of(Actor actor, ModelId model);

    /**
     * What the variant says about these rows; as {@link ModelService#predict}, at the variant's operating points.
     *
     * @throws io.polyphony.backend.common.Conflict when it is not ready
     */
    List<Map<String, Prediction>> predict(
            Actor actor,
            ModelId model,
            VariantId variant,
            List<Map<String, JsonNode>> rows,
            Map<String, Map<String, Double>> thresholds);

    /**
     * The variant as a file that any JVM loads and asks. The download is logged.
     *
     * @throws io.polyphony.backend.common.Conflict when it is not ready
     */
    ExportedFile bundle(Actor actor, ModelId model, VariantId variant);

    /**
     * Its network as ONNX. The download is logged.
     *
     * @throws io.polyphony.backend.common.Conflict when it is not ready, or has several networks
     */
    ExportedFile onnx(Actor actor, ModelId model, VariantId variant);
}
