package io.polyphony.frontend.model;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import io.polyphony.backend.model.Prediction;
import io.polyphony.backend.trial.FoundBox;
import io.polyphony.engine.explanation.Question;
import io.polyphony.frontend.component.Bars;
import io.polyphony.frontend.component.Choice;
import io.polyphony.frontend.component.Glyph;
import io.polyphony.frontend.component.Numbers;
import io.polyphony.frontend.component.Pictures;
import io.polyphony.frontend.component.Ui;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What the model says of one task of a row, and the button that asks why. */
final class AnswerCard extends Div {
    private static final int CLASSES = 8;
    private static final String ALL_STEPS = "all steps";

    private final String task;
    private final Prediction prediction;
    private final @Nullable Consumer<Question> why;

    /**
     * @param picture of the row, base64, to see a mask beside it or boxes on it
     * @param why explains the answer; null where nobody can
     */
    AnswerCard(String task, Prediction prediction, @Nullable String picture, @Nullable Consumer<Question> why) {
        this.task = task;
        this.prediction = prediction;
        this.why = why;
        addClassNames("panel", "card");
        add(new H3(task));
        var mask = prediction.mask();
        var boxes = prediction.boxes();
        if (boxes != null) {
            add(FoundBoxes.of(picture, boxes));
        } else if (mask != null) {
            add(
                    Pictures.beside(Pictures.of(picture, "picture"), Pictures.of(mask.png(), "drawn")),
                    Bars.shares(mask.shares(), CLASSES));
        } else {
            plain();
        }
        if (why != null) {
            add(ask(why));
        }
    }

    private void plain() {
        add(Ui.span("headline num", headline()));
        var values = prediction.values();
        if (values != null && values.size() > 1) {
            add(Ui.span("small num wrap", values.stream().map(Numbers::metric).collect(Collectors.joining(" "))));
        }
        if (!prediction.probabilities().isEmpty()) {
            add(Bars.shares(prediction.probabilities(), CLASSES));
        }
        prediction.thresholds().entrySet().stream()
                .limit(CLASSES)
                .forEach(threshold -> add(Ui.span(
                        "small muted",
                        "%s is said from %s on.".formatted(threshold.getKey(), Numbers.metric(threshold.getValue())))));
    }

    private String headline() {
        if (prediction.labels() != null) {
            return prediction.labels().isEmpty() ? "none of them" : String.join(", ", prediction.labels());
        }
        if (prediction.values() != null) {
            return Numbers.metric(prediction.values().getFirst());
        }
        return prediction.label() == null ? Numbers.metric(prediction.value()) : prediction.label();
    }

    /** Which of the answer's numbers, where there are several, and the button. */
    private Div ask(Consumer<Question> why) {
        var outputs = outputs();
        if (outputs.isEmpty()) {
            return Ui.div("row", Ui.button("Why?", Glyph.SEARCH, () -> why.accept(new Question(task, null))));
        }
        var choice = new Choice<>("Which answer of %s is explained".formatted(task), outputs, name -> name)
                .choose(chosen(outputs));
        choice.addClassName("grow");
        return Ui.div("row", choice, Ui.button("Why?", Glyph.SEARCH, () -> why.accept(question(choice.value()))));
    }

    private Question question(String output) {
        return new Question(task, output.equals(ALL_STEPS) && prediction.values() != null ? null : output);
    }

    private List<String> outputs() {
        var mask = prediction.mask();
        if (mask != null) {
            return List.copyOf(mask.shares().keySet());
        }
        var boxes = prediction.boxes();
        if (boxes != null) {
            return boxes.stream().map(FoundBox::label).distinct().toList();
        }
        var values = prediction.values();
        if (values == null) {
            return List.copyOf(prediction.probabilities().keySet());
        }
        var steps = new ArrayList<>(List.of(ALL_STEPS));
        IntStream.rangeClosed(1, values.size()).mapToObj(String::valueOf).forEach(steps::add);
        return steps;
    }

    /** What was said; of a mask the last class, of a forecast all of it. */
    private String chosen(List<String> outputs) {
        if (prediction.label() != null && outputs.contains(prediction.label())) {
            return prediction.label();
        }
        var labels = prediction.labels();
        if (labels != null && !labels.isEmpty()) {
            return labels.getFirst();
        }
        return prediction.mask() == null ? outputs.getFirst() : outputs.getLast();
    }
}
