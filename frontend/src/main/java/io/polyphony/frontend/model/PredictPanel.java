package io.polyphony.frontend.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import io.polyphony.backend.model.ModelService;
import io.polyphony.backend.model.ModelView;
import io.polyphony.backend.model.Prediction;
import io.polyphony.backend.security.Actor;
import io.polyphony.engine.data.Modality;
import io.polyphony.frontend.component.Bars;
import io.polyphony.frontend.component.Glyph;
import io.polyphony.frontend.component.Numbers;
import io.polyphony.frontend.component.Panel;
import io.polyphony.frontend.component.Pictures;
import io.polyphony.frontend.component.Problems;
import io.polyphony.frontend.component.Ui;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A form with a field per column; what is left empty is missing, which the model was trained to bear. */
final class PredictPanel extends Div {
    private static final int CLASSES = 8;

    private final ModelService models;
    private final Actor actor;
    private final ModelView model;
    private final ObjectMapper json;
    private final Map<String, JsonNode> cells = new LinkedHashMap<>();
    private final Map<String, String> files = new HashMap<>();
    private final Div answer = Ui.div("grid-3 predict-answer");

    PredictPanel(ModelService models, Actor actor, ModelView model, ObjectMapper json) {
        this.models = models;
        this.actor = actor;
        this.model = model;
        this.json = json;
        var form = Ui.div("predict-form");
        model.inputs().forEach(input -> input.columns().forEach(column -> form.add(field(input.modality(), column))));
        add(new Panel("Try it", hint(model))
                .with(form, Ui.div("row", Ui.primary("Predict", Glyph.PLAY, this::predict)), answer));
    }

    private static String hint(ModelView model) {
        return PastCells.asked(model)
                ? "The last numbers of each column, oldest first, with blanks between them; what is empty counts as missing."
                : "Fill in what you have; what is empty counts as missing.";
    }

    private Component field(Modality modality, String column) {
        return switch (modality) {
            case TABULAR -> {
                var field = new TextField(column);
                field.addValueChangeListener(change -> put(column, cell(change.getValue())));
                yield field;
            }
            case TEXT, SERIES -> {
                var area = new TextArea(column);
                area.addClassName("wide");
                area.addValueChangeListener(change -> put(column, TextNode.valueOf(change.getValue())));
                yield area;
            }
            case IMAGE -> upload(column, "image/*");
            case AUDIO -> upload(column, ".wav");
        };
    }

    private Component upload(String column, String types) {
        var upload = new Upload(UploadHandler.inMemory((metadata, bytes) -> {
            files.put(column, metadata.fileName());
            put(column, TextNode.valueOf(Base64.getEncoder().encodeToString(bytes)));
        }));
        upload.setAcceptedFileTypes(types);
        upload.setMaxFiles(1);
        upload.setUploadButton(Ui.button("Choose " + column, Glyph.UPLOAD, () -> {}));
        // The removal of a file may arrive after the one that took its place.
        upload.addFileRemovedListener(event -> {
            if (files.remove(column, event.getFileName())) {
                cells.remove(column);
            }
        });
        return upload;
    }

    private void put(String column, JsonNode cell) {
        if (cell.isTextual() && cell.textValue().isBlank()) {
            cells.remove(column);
        } else {
            cells.put(column, cell);
        }
    }

    /** Numbers as numbers, all else as words. */
    private JsonNode cell(String text) {
        try {
            return json.getNodeFactory().numberNode(Double.parseDouble(text.strip()));
        } catch (NumberFormatException word) {
            return TextNode.valueOf(text);
        }
    }

    /** The first picture of the row, on which masks are drawn. */
    private @Nullable String picture() {
        return model.inputs().stream()
                .filter(input -> input.modality() == Modality.IMAGE)
                .findFirst()
                .map(input -> cells.get(input.columns().getFirst()))
                .map(JsonNode::textValue)
                .orElse(null);
    }

    private Map<String, JsonNode> cells() {
        return new LinkedHashMap<>(cells);
    }

    private void predict() {
        answer.removeAll();
        try {
            var rows = PastCells.asked(model) ? PastCells.rows(cells, json) : List.of(cells());
            var predictions = models.predict(actor, model.id(), rows, Map.of()).getFirst();
            predictions.forEach((task, prediction) -> answer.add(card(task, prediction)));
        } catch (RuntimeException refused) {
            answer.add(Ui.notice("bad", Problems.text(refused)));
        }
    }

    private static String headline(Prediction prediction) {
        if (prediction.labels() != null) {
            return prediction.labels().isEmpty() ? "none of them" : String.join(", ", prediction.labels());
        }
        if (prediction.values() != null) {
            return Numbers.metric(prediction.values().getFirst());
        }
        return prediction.label() == null ? Numbers.metric(prediction.value()) : prediction.label();
    }

    private Div card(String task, Prediction prediction) {
        var mask = prediction.mask();
        if (mask != null) {
            return Ui.div(
                    "panel card",
                    new H3(task),
                    Pictures.beside(Pictures.of(picture(), "picture"), Pictures.of(mask.png(), "drawn")),
                    Bars.shares(mask.shares(), CLASSES));
        }
        var card = Ui.div("panel card", new H3(task), Ui.span("headline num", headline(prediction)));
        var values = prediction.values();
        if (values != null && values.size() > 1) {
            card.add(Ui.span("small num", values.stream().map(Numbers::metric).collect(Collectors.joining(" "))));
        }
        if (!prediction.probabilities().isEmpty()) {
            card.add(Bars.shares(prediction.probabilities(), CLASSES));
        }
        return card;
    }
}
