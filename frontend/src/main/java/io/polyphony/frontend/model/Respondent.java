package io.polyphony.frontend.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.vaadin.flow.component.select.Select;
import io.polyphony.backend.common.ModelId;
import io.polyphony.backend.common.event.EventFilter;
import io.polyphony.backend.model.ModelService;
import io.polyphony.backend.model.ModelView;
import io.polyphony.backend.model.Prediction;
import io.polyphony.backend.model.Variant;
import io.polyphony.backend.model.VariantService;
import io.polyphony.backend.security.Actor;
import io.polyphony.frontend.component.Live;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whom a row is put to: the model, or one of its variants that are ready. Not shown while there is no choice. */
final class Respondent extends Select<Respondent.Voice> {
    private final ModelService models;
    private final VariantService variants;
    private final Actor actor;
    private final ModelId model;

    /** Who answers. */
    sealed interface Voice {
        /** The model as it was promoted. */
        record Itself() implements Voice {}

        /** One made of it. */
        record Varied(Variant variant) implements Voice {}
    }

    Respondent(ModelService models, VariantService variants, Actor actor, ModelView model, Live live) {
        this.models = models;
        this.variants = variants;
        this.actor = actor;
        this.model = model.id();
        setLabel("Who answers");
        setItemLabelGenerator(Respondent::label);
        show(variants.of(actor, model.id()));
        live.watch(this, new EventFilter.OfTrial(model.trial()), () -> variants.of(actor, model.id()), this::show);
    }

    /** Whether the model itself answers. */
    boolean itself() {
        return getValue() instanceof Voice.Itself;
    }

    /** Per row, by task. */
    List<Map<String, Prediction>> ask(List<Map<String, JsonNode>> rows) {
        return switch (getValue()) {
            case Voice.Itself _ -> models.predict(actor, model, rows, Map.of());
            case Voice.Varied(var variant) -> variants.predict(actor, model, variant.id(), rows, Map.of());
        };
    }

    private void show(List<Variant> made) {
        var asked = getValue();
        var voices = new ArrayList<Voice>();
        voices.add(new Voice.Itself());
        made.stream()
                .filter(variant -> variant.state() == Variant.State.READY)
                .forEach(variant -> voices.add(new Voice.Varied(variant)));
        setItems(voices);
        setValue(asked != null && voices.contains(asked) ? asked : voices.getFirst());
        setVisible(voices.size() > 1);
    }

    private static String label(Voice voice) {
        return switch (voice) {
            case Voice.Itself _ -> "The model";
            case Voice.Varied(var variant) -> VariantPanel.title(variant);
        };
    }
}
