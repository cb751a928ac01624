package io.polyphony.frontend.trial;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import io.polyphony.backend.trial.TaskDiagnosis;
import io.polyphony.frontend.component.Chart;
import io.polyphony.frontend.component.Numbers;
import io.polyphony.frontend.component.Panel;
import io.polyphony.frontend.component.Problems;
import io.polyphony.frontend.component.Ui;
import java.util.List;
import java.util.function.Supplier;

/** Where the trial is right and wrong on the validation rows: a confusion matrix or residuals per task, computed aside. */
final class DiagnosisPanel extends Div {
    private final Supplier<List<TaskDiagnosis>> compute;

    DiagnosisPanel(Supplier<List<TaskDiagnosis>> compute) {
        this.compute = compute;
        addClassName("grid-fit");
        add(new Panel("Where it is right and wrong", "Reading the validation rows …").with(Ui.skeleton(3)));
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
                    add(new Panel("Where it is right and wrong").with(Ui.notice("warn", text)));
                });
            }
        });
    }

    private void show(List<TaskDiagnosis> diagnoses) {
        removeAll();
        diagnoses.forEach(diagnosis -> {
            var labels = diagnosis.labels();
            if (labels != null) {
                add(new Panel(
                                diagnosis.task() + ": label by label",
                                "A label is said to be there from a probability of one half on; on validation data.")
                        .with(LabelTable.of(labels)));
            }
            var steps = diagnosis.steps();
            if (steps != null) {
                add(new Panel(
                                diagnosis.task() + ": errors by step ahead",
                                "Mean squared error in units of the column's deviation, beside repeating the past; on validation data.")
                        .with(chart("Error of " + diagnosis.task() + " by step ahead", StepOption.of(steps))));
            }
            var confusion = diagnosis.confusion();
            if (confusion != null) {
                add(new Panel(
                                diagnosis.task() + ": right and wrong",
                                "Rows: the truth. Columns: what the trial said. Shares are of each row, on validation data.")
                        .with(chart("Confusion matrix of " + diagnosis.task(), DiagnosisOption.confusion(confusion))));
            }
            var masks = diagnosis.masks();
            if (masks != null) {
                add(new MaskPanel(diagnosis.task(), masks));
            }
            var residuals = diagnosis.residuals();
            if (residuals != null) {
                add(new Panel(
                                diagnosis.task() + ": predicted and true",
                                "A perfect trial lies on the line. Mean error %s, deviation %s, on validation data."
                                        .formatted(
                                                Numbers.metric(residuals.mean()),
                                                Numbers.metric(residuals.deviation())))
                        .with(chart(
                                "Predictions of " + diagnosis.task() + " against the truth",
                                DiagnosisOption.scatter(residuals))));
                add(new Panel(
                                diagnosis.task() + ": errors",
                                "How often the prediction is off by how much, in the target's units.")
                        .with(chart(
                                "Histogram of the errors of " + diagnosis.task(), DiagnosisOption.errors(residuals))));
            }
        });
    }

    private static Chart chart(String label, java.util.Map<String, Object> option) {
        var chart = new Chart(label);
        chart.addClassNames("chart", "tall");
        chart.show(option);
        return chart;
    }
}
