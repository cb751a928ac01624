package io.polyphony.frontend.trial;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.polyphony.backend.trial.TaskDiagnosis;
import io.polyphony.frontend.component.Panel;
import io.polyphony.frontend.component.Problems;
import io.polyphony.frontend.component.TaskTabs;
import io.polyphony.frontend.component.Ui;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Supplier;

/** Where the trial is right and wrong on the validation rows, task by task, computed aside. */
final class DiagnosisPanel extends Div {
    static final String TITLE = "Where it is right and wrong";
    private final Supplier<List<TaskDiagnosis>> compute;

    DiagnosisPanel(Supplier<List<TaskDiagnosis>> compute) {
        this.compute = compute;
        add(new Panel(TITLE, "Reading the validation rows …").with(Ui.skeleton(3)));
    }

    @Override
    protected void onAttach(AttachEvent attachEvent) {
        var ui = attachEvent.getUI();
        Thread.startVirtualThread(() -> {
            try {
                var diagnoses = compute.get();
                ui.access(() -> show(diagnoses));
            } catch (RuntimeException refused) {
                var text = Problems.text(refused);
                ui.access(() -> {
                    removeAll();
                    add(new Panel(TITLE).with(Ui.notice("warn", text)));
                });
            }
        });
    }

    private void show(List<TaskDiagnosis> diagnoses) {
        removeAll();
        var byTask = new LinkedHashMap<String, Component>();
        for (var diagnosis : diagnoses) {
            var grid = Ui.div("grid-2");
            DiagnosisCards.of(diagnosis, "validation rows", diagnosis.thresholds())
                    .all()
                    .forEach(grid::add);
            byTask.put(diagnosis.task(), grid);
        }
        if (!byTask.isEmpty()) {
            add(TaskTabs.of(byTask));
        }
    }
}
