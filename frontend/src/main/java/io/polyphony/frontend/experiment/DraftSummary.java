package io.polyphony.frontend.experiment;

import com.vaadin.flow.component.html.Aside;
import io.polyphony.frontend.component.Facts;
import io.polyphony.frontend.component.Numbers;
import io.polyphony.frontend.component.Panel;
import java.util.List;
import java.util.stream.Collectors;

/** What was chosen so far, always in sight. */
final class DraftSummary extends Aside {
    private static final int MOST_NAMES = 24;
    private static final int FIRST_NAMES = 12;

    private final Draft draft;

    DraftSummary(Draft draft) {
        this.draft = draft;
    }

    void refresh() {
        removeAll();
        var dataset = draft.dataset;
        var facts = new Facts()
                .fact("Data set", dataset == null ? "not chosen yet" : dataset.name())
                .fact("Tasks", draft.tasks.isEmpty() ? "none yet" : tasks())
                .fact("Inputs", draft.effectiveInputs().isEmpty() ? null : some(draft.effectiveInputs()))
                .fact("Fusions", draft.fuses() ? words(draft.fusions) : null)
                .fact("Loss weightings", draft.tasks.size() > 1 ? words(draft.weightings) : null)
                .fact("Budget", budget());
        add(new Panel("Your experiment").with(facts));
    }

    /** All of a few names; of many, the first ones and how many others there are. */
    static String some(List<String> names) {
        return names.size() <= MOST_NAMES
                ? String.join(", ", names)
                : "%s and %d others"
                        .formatted(String.join(", ", names.subList(0, FIRST_NAMES)), names.size() - FIRST_NAMES);
    }

    private String tasks() {
        return draft.tasks.values().stream().map(TaskTitle::of).collect(Collectors.joining(", "));
    }

    private static String words(List<String> names) {
        return names.stream().map(Numbers::words).collect(Collectors.joining(", "));
    }

    private String budget() {
        var trials = draft.trials == null ? "as many trials as fit" : draft.trials + " trials";
        return draft.minutes == null ? trials : trials + ", at most " + Numbers.plain(draft.minutes) + " min";
    }
}
