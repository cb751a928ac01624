package io.polyphony.frontend.experiment;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import io.polyphony.backend.common.ExperimentId;
import io.polyphony.backend.metrics.Gradients;
import io.polyphony.frontend.component.Facts;
import io.polyphony.frontend.component.Glyph;
import io.polyphony.frontend.component.Numbers;
import io.polyphony.frontend.component.Panel;
import io.polyphony.frontend.component.Ui;

/** Whether the tasks' gradients agree over all trials; where they do not, the offer to search with gradient surgery. */
final class AgreementPanel extends Div {
    private final ExperimentId experiment;
    private final boolean mayRun;

    AgreementPanel(ExperimentId experiment, boolean mayRun) {
        this.experiment = experiment;
        this.mayRun = mayRun;
        setVisible(false);
    }

    void show(Gradients gradients) {
        removeAll();
        setVisible(!gradients.pairs().isEmpty());
        if (gradients.pairs().isEmpty()) {
            return;
        }
        var panel = new Panel(
                "Do the tasks agree?",
                "How often two tasks' gradients were in conflict (cosine below -0.1), of %s steps in all trials."
                        .formatted(Numbers.count(gradients.samples())));
        var facts = new Facts();
        gradients.pairs().forEach(pair -> facts.fact(pair.task() + " and " + pair.other(), told(pair)));
        panel.with(facts);
        gradients.advice().forEach(sentence -> panel.with(Ui.notice(gradients.surgery() ? "warn" : "", sentence)));
        if (gradients.surgery() && mayRun) {
            panel.with(Ui.button("Search again with gradient surgery", Glyph.EXPERIMENT, this::again));
        }
        add(panel);
    }

    private static String told(Gradients.Pair pair) {
        var rate = pair.conflictRate();
        return (rate == null ? "not counted" : Numbers.percent(rate) + " of the steps") + ", mean cosine "
                + Numbers.metric(pair.cosine());
    }

    private void again() {
        UI.getCurrent().navigate(ExperimentNavigation.WIZARD, ExperimentNavigation.withSurgery(experiment));
    }
}
