package io.polyphony.frontend.experiment;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import io.polyphony.backend.common.ExperimentId;
import io.polyphony.backend.experiment.ExperimentService;
import io.polyphony.backend.experiment.ExperimentView;
import io.polyphony.backend.security.Actor;
import io.polyphony.frontend.component.Glyph;
import io.polyphony.frontend.component.Problems;
import io.polyphony.frontend.component.Ui;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** Pause, resume, extend, cancel: whatever the state allows. */
final class ExperimentActions extends Div {
    private final Actor actor;
    private final ExperimentId id;
    private final Consumer<ExperimentView> changed;

    ExperimentActions(
            ExperimentService service,
            Actor actor,
            ExperimentView experiment,
            boolean mayRun,
            Consumer<ExperimentView> changed) {
        this.actor = actor;
        this.id = experiment.id();
        this.changed = changed;
        addClassNames("row", "tight");
        if (!mayRun) {
            return;
        }
        switch (experiment.state()) {
            case WAITING, RUNNING -> add(act("Pause", Glyph.PAUSE, service::pause), extend(service), cancel(service));
            case PAUSED -> add(act("Resume", Glyph.PLAY, service::resume), extend(service), cancel(service));
            case COMPLETED -> add(extend(service));
            case CANCELLED, FAILED -> {}
        }
    }

    private Button act(String text, Glyph glyph, BiFunction<Actor, ExperimentId, ExperimentView> action) {
        return Ui.button(text, glyph, () -> run(action));
    }

    private void run(BiFunction<Actor, ExperimentId, ExperimentView> action) {
        try {
            changed.accept(action.apply(actor, id));
        } catch (RuntimeException refused) {
            Ui.tellProblem(Problems.text(refused));
        }
    }

    private Button extend(ExperimentService service) {
        return Ui.button(
                "Extend",
                Glyph.TIMER,
                () -> new ExtendDialog(more -> changed.accept(service.extend(actor, id, more))).open());
    }

    private Button cancel(ExperimentService service) {
        return Ui.button("Cancel", Glyph.STOP, () -> {
            var dialog = new ConfirmDialog(
                    "End this experiment?",
                    "Running trials stop for good. Finished trials stay, with their metrics.",
                    "End it",
                    confirm -> run(service::cancel),
                    "Keep it running",
                    keep -> {});
            dialog.setConfirmButtonTheme("error primary");
            dialog.open();
        });
    }
}
