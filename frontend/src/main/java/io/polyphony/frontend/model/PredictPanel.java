package io.polyphony.frontend.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import io.polyphony.backend.model.ModelService;
import io.polyphony.backend.model.ModelView;
import io.polyphony.backend.security.Actor;
import io.polyphony.engine.data.Modality;
import io.polyphony.engine.explanation.Question;
import io.polyphony.frontend.component.Glyph;
import io.polyphony.frontend.component.Panel;
import io.polyphony.frontend.component.Problems;
import io.polyphony.frontend.component.Ui;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A form with a field per column; what is left empty is missing, which the model was trained to bear. */
final class PredictPanel extends Div {
    private final ModelService models;
    private final Respondent respondent;
    private final Actor actor;
    private final ModelView model;
    private final ObjectMapper json;
    private final Map<String, JsonNode> cells = new LinkedHashMap<>();
    private final Map<String, String> files = new HashMap<>();
    private final Div answer = Ui.div("grid-3 predict-answer");
    private final Div reason = Ui.div("stack");

    PredictPanel(ModelService models, Respondent respondent, Actor actor, ModelView model, ObjectMapper json) {
        this.models = models;
        this.respondent = respondent;
        this.actor = actor;
        this.model = model;
        this.json = json;
        var form = Ui.div("predict-form");
        model.inputs().forEach(input -> input.columns().forEach(column -> form.add(field(input.modality(), column))));
        add(new Panel("Try it", hint(model))
                .with(
                        form,
                        Ui.div("row", respondent, Ui.primary("Predict", Glyph.PLAY, this::predict)),
                        answer,
                        reason));
    }

    private static String hint(ModelView model) {
        return PastCells.asked(model)
                ? "The last numbers of each column that is seen over time, oldest first, with blanks between them, and the next numbers of each that is known ahead; what is empty counts as missing."
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
            case AUDIO -> upload(column, "audio/*", ".flac", ".m4a", ".opus");
        };
    }

    private Component upload(String column, String... types) {
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

    private Map<String, JsonNode> cells() {
        return new LinkedHashMap<>(cells);
    }

    private List<Map<String, JsonNode>> rows(Map<String, JsonNode> filled) {
        return PastCells.asked(model) ? PastCells.rows(PastCells.columns(model), filled, json) : List.of(filled);
    }

    private void predict() {
        answer.removeAll();
        reason.removeAll();
        var filled = cells();
        try {
            var predictions = respondent.ask(rows(filled)).getFirst();
            var row = new AskedRow(model.inputs(), filled);
            // Explanations are the model's, and would be wrong of what a variant says.
            @Nullable Consumer<Question> why = respondent.itself() ? question -> explain(row, question) : null;
            predictions.forEach((task, prediction) -> answer.add(new AnswerCard(task, prediction, row.picture(), why)));
        } catch (RuntimeException refused) {
            answer.add(Ui.notice("bad", Problems.text(refused)));
        }
    }

    /** It takes seconds, so it is done aside; of several questions the last one's answer is shown. */
    private void explain(AskedRow row, Question question) {
        var ui = UI.getCurrent();
        var waiting = Ui.skeleton(2);
        reason.removeAll();
        reason.add(waiting);
        Thread.startVirtualThread(() -> {
            Supplier<Component> found = found(row, question);
            ui.access(() -> {
                if (reason.getChildren().anyMatch(waiting::equals)) {
                    reason.removeAll();
                    reason.add(found.get());
                }
            });
        });
    }

    /** Components are made later, with the session's lock. */
    private Supplier<Component> found(AskedRow row, Question question) {
        try {
            var why = models.explain(actor, model.id(), rows(row.cells()), question);
            return () -> new ReasonPanel(why, row);
        } catch (RuntimeException refused) {
            var text = Problems.text(refused);
            return () -> Ui.notice("bad", text);
        }
    }
}
