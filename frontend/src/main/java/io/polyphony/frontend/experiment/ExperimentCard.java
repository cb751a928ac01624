package io.polyphony.frontend.experiment;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import io.polyphony.backend.experiment.ExperimentView;
import io.polyphony.frontend.component.Bars;
import io.polyphony.frontend.component.Glyph;
import io.polyphony.frontend.component.Numbers;
import io.polyphony.frontend.component.StateBadge;
import io.polyphony.frontend.component.Ui;
import java.time.Instant;

/** One experiment in a list; the whole card is a link. */
public final class ExperimentCard extends Anchor {
    public ExperimentCard(ExperimentView experiment) {
        setHref(ExperimentNavigation.href(experiment.id()));
        addClassNames("panel", "card", "experiment-card");
        var chips = Ui.div("row tight", Ui.chip(Glyph.DATASET, experiment.datasetName()));
        experiment.tasks().forEach(task -> chips.add(Ui.chip(Glyph.TARGET, task.name())));
        add(Ui.div("stack tight", Ui.div("row", new H2(experiment.name()), new StateBadge(experiment.state())), chips));
        var progress = experiment.progress();
        add(Ui.div(
                "stack tight",
                Bars.progress(progress.fraction(), "Progress of " + experiment.name()),
                Ui.div(
                        "row small muted num",
                        Ui.span("", ExperimentHead.trials(progress, " of ") + " trials"),
                        Ui.span("push", ExperimentHead.left(experiment)),
                        Ui.span("", Numbers.ago(experiment.createdAt(), Instant.now())))));
    }
}
