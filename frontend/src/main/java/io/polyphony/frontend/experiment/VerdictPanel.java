package io.polyphony.frontend.experiment;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import io.polyphony.backend.comparison.Verdict;
import io.polyphony.frontend.component.Numbers;
import io.polyphony.frontend.component.Panel;
import io.polyphony.frontend.component.Ui;
import io.polyphony.frontend.trial.TrialNavigation;
import io.polyphony.hpo.analysis.Benefit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Does sharing help, does fusing help? Task by task, against the referees, with intervals. */
final class VerdictPanel {
    private VerdictPanel() {}

    static Component of(List<Verdict> verdicts) {
        if (verdicts.isEmpty()) {
            return new Panel("Referees")
                    .with(
                            Ui.span(
                                    "small muted",
                                    "No referee has completed yet. A referee learns one task alone, or sees one input alone; there are some where there are several tasks or inputs, unless they were left out."));
        }
        return Ui.div(
                "stack",
                panel(
                        "Does sharing help?",
                        "Each task of one of the first trials, which learns all of them, against a network of the same recipe that learns it alone.",
                        of(verdicts, Verdict.Question.SHARING)),
                panel(
                        "Does fusing help?",
                        "Each task of one of the first trials, which sees all inputs, against networks of the same recipe that see one alone.",
                        of(verdicts, Verdict.Question.FUSING)));
    }

    private static List<Verdict> of(List<Verdict> verdicts, Verdict.Question question) {
        return verdicts.stream()
                .filter(verdict -> verdict.question() == question)
                .toList();
    }

    private static Panel panel(String title, String note, List<Verdict> verdicts) {
        var panel = new Panel(title, note);
        if (verdicts.isEmpty()) {
            return panel.with(Ui.span("small muted", "There is one only, or its referees have not completed."));
        }
        var tasks = new LinkedHashMap<String, List<Verdict>>();
        verdicts.forEach(verdict -> tasks.put(
                verdict.task(),
                verdicts.stream()
                        .filter(other -> other.task().equals(verdict.task()))
                        .toList()));
        tasks.values().forEach(ofTask -> panel.with(task(ofTask)));
        return panel.with(
                Ui.span(
                        "small muted",
                        "Right of the line is better. Bars: 95 % by a paired bootstrap over the validation rows (those that belong together are drawn together). A second training would add luck of its own, which they do not know."));
    }

    private static Component task(List<Verdict> verdicts) {
        var first = verdicts.getFirst();
        double reach = verdicts.stream()
                .flatMap(verdict -> Stream.ofNullable(verdict.benefit()))
                .mapToDouble(benefit -> Math.max(Math.abs(benefit.low()), Math.abs(benefit.high())))
                .max()
                .orElse(1);
        var rows = Ui.div("verdicts");
        verdicts.forEach(verdict -> rows.add(row(verdict, reach)));
        return Ui.div("stack tight", new H3(first.task()), Ui.span("small", sentence(verdicts)), rows);
    }

    /** Against the strongest referee. */
    static String sentence(List<Verdict> verdicts) {
        var hardest = verdicts.stream()
                .filter(verdict -> verdict.benefit() != null)
                .min(Comparator.comparingDouble(verdict ->
                        verdict.benefit() == null ? 0 : verdict.benefit().difference()))
                .orElse(null);
        if (hardest == null || hardest.verdict() == null || hardest.benefit() == null) {
            return "This cannot be told.";
        }
        boolean sharing = hardest.question() == Verdict.Question.SHARING;
        var what = sharing ? "Sharing" : "Fusing";
        var against = sharing ? "the task alone" : "its best input alone";
        var interval = interval(hardest.benefit()) + " in " + Metrics.label(hardest.metric());
        return switch (hardest.verdict()) {
            case HELPS -> "%s helps, beside %s: %s better.".formatted(what, against, interval);
            case HURTS -> "%s hurts, beside %s: %s.".formatted(what, against, interval);
            case UNDECIDED -> "%s neither helps nor hurts for sure, beside %s: %s.".formatted(what, against, interval);
        };
    }

    private static Component row(Verdict verdict, double reach) {
        var name = Ui.link(TrialNavigation.href(verdict.without()), Numbers.sentence(verdict.referee()));
        var benefit = verdict.benefit();
        if (benefit == null) {
            return Ui.div("verdict", name, Ui.span("small muted", String.valueOf(verdict.missing())));
        }
        return Ui.div("verdict", name, track(benefit, reach), Ui.span("num small", interval(benefit)), badge(verdict));
    }

    private static Div track(Benefit benefit, double reach) {
        var bar = new Div();
        bar.addClassName("interval");
        bar.getStyle()
                .set("--from", place(benefit.low(), reach))
                .set("--to", place(benefit.high(), reach))
                .set("--at", place(benefit.difference(), reach));
        var track = Ui.div("track", bar);
        track.getElement()
                .setAttribute("role", "img")
                .setAttribute("aria-label", "Interval around the difference: " + interval(benefit));
        return track;
    }

    private static Component badge(Verdict verdict) {
        var word = verdict.verdict() == null ? Benefit.Verdict.UNDECIDED : verdict.verdict();
        var tone = switch (word) {
            case HELPS -> "good";
            case HURTS -> "bad";
            case UNDECIDED -> "idle";
        };
        return Ui.span("state " + tone, Numbers.words(word.name()));
    }

    static String interval(Benefit benefit) {
        return "%s (%s to %s)".formatted(signed(benefit.difference()), signed(benefit.low()), signed(benefit.high()));
    }

    private static String signed(double value) {
        return (value > 0 ? "+" : "") + Numbers.metric(value);
    }

    /** 0 at the left end, 1 at the right; no difference is in the middle. */
    private static String place(double value, double reach) {
        double at = reach == 0 ? 0.5 : 0.5 + 0.5 * value / reach;
        return String.format(Locale.ROOT, "%.4f", Math.clamp(at, 0, 1));
    }
}
