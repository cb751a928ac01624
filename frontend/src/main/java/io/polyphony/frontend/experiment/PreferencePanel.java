package io.polyphony.frontend.experiment;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import io.polyphony.backend.comparison.AnalysisService;
import io.polyphony.backend.comparison.Recommendation;
import io.polyphony.backend.experiment.ExperimentView;
import io.polyphony.backend.security.Actor;
import io.polyphony.frontend.component.Chart;
import io.polyphony.frontend.component.Glyph;
import io.polyphony.frontend.component.Numbers;
import io.polyphony.frontend.component.Panel;
import io.polyphony.frontend.component.Pending;
import io.polyphony.frontend.component.Ui;
import io.polyphony.frontend.trial.TrialNavigation;
import java.util.List;
import java.util.stream.IntStream;

/** Which trial is the best for somebody: sliders and limits over the front, and the trials in the order that follows. */
final class PreferencePanel extends Div {
    private static final int SHOWN = 8;
    private final Selection selection;
    private final Pending<Recommendation> ranking;
    private int seen = -1;
    private String across = "";
    private String up = "";

    PreferencePanel(AnalysisService analyses, Actor actor, ExperimentView experiment, Selection selection) {
        this.selection = selection;
        addClassName("stack");
        var form = new PreferenceForm(experiment, this::again);
        ranking = new Pending<>(() -> analyses.recommend(actor, experiment.id(), form.preference()), this::ranked);
        add(
                new Panel(
                                "What matters to you?",
                                "How much each objective counts, and what it has to reach. The trials below follow at once; nothing is trained anew.")
                        .with(form),
                ranking);
    }

    /** Ranks anew when trials have completed since. */
    void show(int completed) {
        if (completed != seen) {
            seen = completed;
            again();
        }
    }

    private void again() {
        ranking.again();
    }

    private Component ranked(Recommendation recommendation) {
        var trials = Ui.div("stack tight");
        var missing = recommendation.missing();
        if (missing != null) {
            trials.add(Ui.notice("warn", missing));
        }
        for (int place = 0; place < Math.min(SHOWN, recommendation.trials().size()); place++) {
            trials.add(row(recommendation, recommendation.trials().get(place), place == 0 && missing == null));
        }
        return Ui.div(
                "grid-2",
                new Panel("In your order", "The first is recommended; those that miss a limit come last.").with(trials),
                picture(recommendation));
    }

    private Component row(Recommendation recommendation, Recommendation.Candidate trial, boolean recommended) {
        var head = Ui.div("row tight", Ui.link(TrialNavigation.href(trial.trial()), "Trial " + trial.number()));
        if (recommended) {
            head.add(Ui.chip(Glyph.AWARD, "Recommended"));
        }
        if (trial.pareto()) {
            head.add(Ui.chip(Glyph.STAR, "On the front"));
        }
        trial.missed().forEach(limit -> head.add(Ui.chip(Glyph.WARNING, "Misses " + limit)));
        var figures = Ui.div("row small muted num");
        recommendation
                .wishes()
                .forEach(wish -> figures.add(Ui.span(
                        "",
                        "%s %s"
                                .formatted(
                                        wish.name(),
                                        Numbers.metric(trial.values().get(wish.name()))))));
        var row = Ui.div("candidate", head, figures);
        row.setClassName("recommended", recommended);
        row.addClickListener(_ -> selection.select(trial.trial().toString()));
        return row;
    }

    private Component picture(Recommendation recommendation) {
        var panel = new Panel(
                "Where it lies",
                "Better is up and to the right; the diamond is recommended. Hollow trials miss a limit; dashed lines are limits.");
        var wishes = recommendation.wishes();
        if (wishes.size() < 2 || recommendation.trials().isEmpty()) {
            return panel.with(Ui.span("small muted", "It takes two objectives and a completed trial."));
        }
        var chart = new Chart(told(recommendation));
        chart.addClassNames("chart", "tall");
        chart.onSelect(selection::select);
        Runnable draw = () -> chart.show(PreferenceOption.of(
                recommendation, wishes.get(place(across, wishes, 0)), wishes.get(place(up, wishes, 1))));
        if (wishes.size() > 2) {
            panel.tools(Ui.div("row tight", axis("Across", 0, wishes, draw), axis("Up", 1, wishes, draw)));
        }
        draw.run();
        return panel.with(chart);
    }

    private Select<String> axis(String label, int which, List<Recommendation.Wish> wishes, Runnable draw) {
        var select = new Select<String>();
        select.setItems(wishes.stream().map(Recommendation.Wish::name).toList());
        select.setValue(
                wishes.get(place(which == 0 ? across : up, wishes, which)).name());
        select.setAriaLabel(label);
        select.setWidth("140px");
        select.addValueChangeListener(change -> {
            if (which == 0) {
                across = change.getValue();
            } else {
                up = change.getValue();
            }
            draw.run();
        });
        return select;
    }

    /** Where a wish is, or which it is while none was chosen or the chosen one is gone. */
    private static int place(String name, List<Recommendation.Wish> wishes, int otherwise) {
        return IntStream.range(0, wishes.size())
                .filter(place -> wishes.get(place).name().equals(name))
                .findFirst()
                .orElse(otherwise);
    }

    private static String told(Recommendation recommendation) {
        var missing = recommendation.missing();
        return missing != null
                ? missing
                : "Trial %d is recommended among %d."
                        .formatted(
                                recommendation.trials().getFirst().number(),
                                recommendation.trials().size());
    }
}
