package io.polyphony.frontend.model;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.router.Route;
import io.polyphony.backend.common.PageRequest;
import io.polyphony.backend.model.ModelService;
import io.polyphony.backend.model.ModelView;
import io.polyphony.backend.security.CurrentActor;
import io.polyphony.frontend.component.Glyph;
import io.polyphony.frontend.component.Numbers;
import io.polyphony.frontend.component.PageView;
import io.polyphony.frontend.component.Ui;
import io.polyphony.frontend.experiment.ExperimentNavigation;
import io.polyphony.frontend.experiment.Metrics;
import jakarta.annotation.security.PermitAll;
import java.time.Instant;

/** Promoted trials, newest first, with what they reached on rows that nobody had seen. */
@Route(ModelNavigation.LIST)
@PermitAll
class ModelListView extends PageView {
    ModelListView(ModelService models, CurrentActor currentActor) {
        super("Models");
        lead("Promoted trials. Their test figures come from sealed rows that no search has seen.");
        var all = models.list(currentActor.get(), null, PageRequest.first(200)).items();
        if (all.isEmpty()) {
            body(Ui.div(
                    "panel",
                    Ui.blank(
                            Glyph.AWARD,
                            "No models yet",
                            "Open a completed trial and promote it; that opens the sealed test rows once.",
                            Ui.link(ExperimentNavigation.LIST, "To the experiments"))));
            return;
        }
        var cards = Ui.div("grid-3");
        all.forEach(model -> cards.add(card(model)));
        body(cards);
    }

    private static Anchor card(ModelView model) {
        var card = new Anchor(ModelNavigation.href(model.id()));
        card.addClassNames("panel", "card");
        card.add(
                new H2(model.name()),
                Ui.span(
                        "small muted",
                        "%s, trial %d, %s"
                                .formatted(
                                        model.experimentName(),
                                        model.trialNumber(),
                                        Numbers.ago(model.createdAt(), Instant.now()))));
        model.tasks().forEach(task -> {
            var metrics = model.test().get(task.name());
            card.add(Ui.div(
                    "row",
                    Ui.span("", task.name()),
                    Ui.span("push small muted", Metrics.label(task.metric())),
                    Ui.span("num strong", Numbers.metric(metrics == null ? null : metrics.get(task.metric())))));
        });
        return card;
    }
}
