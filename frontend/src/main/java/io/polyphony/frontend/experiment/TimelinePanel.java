package io.polyphony.frontend.experiment;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import io.polyphony.backend.comparison.TrialRun;
import io.polyphony.frontend.component.Numbers;
import io.polyphony.frontend.component.Ui;
import io.polyphony.frontend.trial.TrialNavigation;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** Which trial ran when, and on which worker: a lane for each place of each worker, a bar for each attempt. */
final class TimelinePanel {
    private static final int SHOWN = 500;
    private static final List<String> TONES = List.of("completed", "pruned", "running", "paused", "failed", "lost");

    private record Lane(String worker, int number) implements Comparable<Lane> {
        @Override
        public int compareTo(Lane other) {
            return Comparator.comparing(Lane::worker)
                    .thenComparingInt(Lane::number)
                    .compare(this, other);
        }
    }

    private TimelinePanel() {}

    /** @param runs in the order in which they began */
    static Component of(List<TrialRun> runs, Instant now) {
        if (runs.isEmpty()) {
            return Ui.span("small muted", "No trial has begun yet.");
        }
        var shown = runs.subList(Math.max(0, runs.size() - SHOWN), runs.size());
        var from = shown.getFirst().startedAt();
        var to = shown.stream()
                .map(run -> end(run, now))
                .max(Comparator.naturalOrder())
                .orElse(now);
        var lanes = new TreeMap<Lane, Div>();
        for (var run : shown) {
            lanes.computeIfAbsent(new Lane(run.worker(), run.lane()), _ -> Ui.div("track"))
                    .add(bar(run, from, to, now));
        }
        var timeline = Ui.div("timeline");
        lanes.forEach((lane, track) -> timeline.add(named(lane), track));
        timeline.add(Ui.span("", ""), axis(from, to));
        return Ui.div("stack tight", legend(), Ui.div("scroll-x", timeline), note(runs.size(), shown.size()));
    }

    private static Component named(Lane lane) {
        var name = Ui.span("small muted", "%d · %s".formatted(lane.number() + 1, lane.worker()));
        name.setTitle("Worker %s, place %d".formatted(lane.worker(), lane.number() + 1));
        return name;
    }

    private static Component bar(TrialRun run, Instant from, Instant to, Instant now) {
        double whole = Math.max(1, Duration.between(from, to).toMillis());
        double left = Duration.between(from, run.startedAt()).toMillis() / whole;
        double width = Duration.between(run.startedAt(), end(run, now)).toMillis() / whole;
        var bar = new Anchor(TrialNavigation.href(run.trial()), String.valueOf(run.number()));
        bar.addClassNames("run", tone(run));
        bar.getStyle().set("--from", share(left)).set("--long", share(width));
        var told = told(run, now);
        bar.setTitle(told);
        bar.getElement().setAttribute("aria-label", told);
        return bar;
    }

    private static String told(TrialRun run, Instant now) {
        return "Trial %d (%s)%s: %s, from %s for %s"
                .formatted(
                        run.number(),
                        run.label(),
                        run.attempt() > 1 ? ", attempt " + run.attempt() : "",
                        run.outcome() == null ? "running" : run.outcome(),
                        Numbers.moment(run.startedAt()),
                        Numbers.duration(Duration.between(run.startedAt(), end(run, now))));
    }

    private static String tone(TrialRun run) {
        var outcome = run.outcome() == null ? "running" : run.outcome();
        return switch (outcome) {
            case "diverged" -> "failed";
            case "cancelled" -> "paused";
            default -> TONES.contains(outcome) ? outcome : "paused";
        };
    }

    private static Div legend() {
        var legend = Ui.div("legend");
        TONES.forEach(tone -> {
            var swatch = Ui.span("run-swatch " + tone, "");
            var entry = Ui.span("", "");
            entry.add(swatch, Ui.span("", word(tone)));
            legend.add(entry);
        });
        return legend;
    }

    private static String word(String tone) {
        return switch (tone) {
            case "paused" -> "Paused or cancelled";
            case "failed" -> "Failed or diverged";
            case "lost" -> "Lost with its process";
            default -> Numbers.sentence(tone);
        };
    }

    private static Div axis(Instant from, Instant to) {
        var whole = Duration.between(from, to);
        return Ui.div(
                "axis small muted num",
                Ui.span("", "0 s"),
                Ui.span("", Numbers.duration(whole.dividedBy(2))),
                Ui.span("", Numbers.duration(whole)));
    }

    private static Component note(int all, int shown) {
        return shown < all
                ? Ui.span("small muted", "The newest %d of %s runs.".formatted(shown, Numbers.count(all)))
                : Ui.span("small muted", "%s runs; the time is counted from the first.".formatted(Numbers.count(all)));
    }

    private static Instant end(TrialRun run, Instant now) {
        var ended = run.endedAt();
        return ended == null ? now : ended;
    }

    private static String share(double share) {
        return String.format(Locale.ROOT, "%.5f", Math.clamp(share, 0, 1));
    }
}
