package io.polyphony.frontend.model;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.polyphony.backend.experiment.ExperimentTask;
import io.polyphony.backend.model.MemberView;
import io.polyphony.backend.model.ModelView;
import io.polyphony.engine.evaluation.Averaging;
import io.polyphony.frontend.component.FigureTable;
import io.polyphony.frontend.component.Panel;
import io.polyphony.frontend.component.Ui;
import io.polyphony.frontend.trial.TrialNavigation;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/** Who of an ensemble has how much say in which task; nothing for a single trial. */
final class MembersPanel extends Div {

    MembersPanel(ModelView model) {
        setVisible(!model.members().isEmpty());
        var head = Stream.concat(Stream.of("Trial"), model.tasks().stream().map(ExperimentTask::name));
        var table = new FigureTable("How much say each trial has in each task", head.toArray(String[]::new));
        model.members().stream()
                .sorted(Comparator.comparingDouble(MembersPanel::say).reversed())
                .forEach(member -> table.row(
                        Ui.link(TrialNavigation.href(member.trial()), member.label()), shares(model, member)));
        add(new Panel(
                        "Members",
                        "Each task is answered by %s of these trials, weighted like this.".formatted(averages(model)))
                .with(table));
    }

    private static double say(MemberView member) {
        return member.weights().values().stream().mapToDouble(share -> share).sum();
    }

    private static Component[] shares(ModelView model, MemberView member) {
        return model.tasks().stream()
                .map(task -> member.weights().get(task.name()))
                .map(share -> Ui.span("", share == null ? "" : Math.round(100 * share) + " %"))
                .toArray(Component[]::new);
    }

    private static String averages(ModelView model) {
        var medians = model.averaging().entrySet().stream()
                .filter(task -> task.getValue() == Averaging.MEDIAN)
                .map(Map.Entry::getKey)
                .toList();
        if (medians.isEmpty()) {
            return "the mean";
        }
        return medians.size() == model.tasks().size()
                ? "the median"
                : "the mean (%s: the median)".formatted(String.join(", ", medians));
    }
}
