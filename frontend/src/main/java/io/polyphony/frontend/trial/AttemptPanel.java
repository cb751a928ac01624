package io.polyphony.frontend.trial;

import com.vaadin.flow.component.html.Div;
import io.polyphony.backend.trial.AttemptView;
import io.polyphony.frontend.component.Facts;
import io.polyphony.frontend.component.Numbers;
import io.polyphony.frontend.component.Panel;
import io.polyphony.frontend.component.Ui;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the trial came to be: every run of it, and what is needed to run it again. */
final class AttemptPanel extends Div {
    AttemptPanel() {
        addClassName("grid-2");
    }

    void show(TrialSnapshot snapshot) {
        removeAll();
        var attempts = new Panel("Attempts", "A restart is a new attempt; it goes on from the last checkpoint.");
        snapshot.attempts().forEach(attempt -> attempts.with(line(attempt)));
        if (snapshot.attempts().isEmpty()) {
            attempts.with(Ui.span("muted", "No worker has taken it up yet."));
        }
        var facts = new Facts();
        facts(facts, "", snapshot.trial().provenance());
        add(
                attempts,
                new Panel("Provenance", "Everything needed to run it again and get the same numbers.").with(facts));
    }

    private static void facts(Facts facts, String prefix, Map<?, ?> values) {
        values.forEach((name, value) -> {
            var label = prefix.isEmpty() ? label(String.valueOf(name)) : prefix + ", " + name;
            if (value instanceof Map<?, ?> nested) {
                facts(facts, label, nested);
            } else {
                facts.code(label, value == null ? null : String.valueOf(value));
            }
        });
    }

    private static String label(String name) {
        return name.equals("os") ? "Operating system" : Numbers.words(name);
    }

    private static Div line(AttemptView attempt) {
        var took = attempt.endedAt() == null ? null : Duration.between(attempt.startedAt(), attempt.endedAt());
        return Ui.div(
                "row attempt",
                Ui.span("chip strong num", String.valueOf(attempt.number())),
                Ui.div(
                        "stack tight",
                        Ui.span("", outcome(attempt.outcome())),
                        Ui.span(
                                "small muted",
                                "%s on %s, from epoch %d, %s"
                                        .formatted(
                                                attempt.worker(),
                                                attempt.host(),
                                                attempt.fromEpoch(),
                                                Numbers.moment(attempt.startedAt())))),
                Ui.span("push num muted", Numbers.duration(took)));
    }

    private static String outcome(@Nullable String outcome) {
        return outcome == null ? "Running" : Numbers.words(outcome);
    }
}
