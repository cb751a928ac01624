package io.polyphony.frontend.experiment;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How far all forecasts go, how much they see, and what puts the rows in order. */
final class ForecastFields extends Div {
    private static final String AUTOMATIC = "";
    private final Draft draft;
    private final Runnable changed;
    private final MultiSelectComboBox<String> ahead = new MultiSelectComboBox<>("Known ahead");

    /** @param changed is told of anything that changes the inputs or the request */
    ForecastFields(Draft draft, Runnable changed) {
        this.draft = draft;
        this.changed = changed;
        addClassNames("row", "fields");
        add(order(), horizon(), lookback(), ahead());
    }

    private MultiSelectComboBox<String> ahead() {
        offer();
        ahead.setHelperText("Numbers that are known of the steps that are asked for, such as holidays and prices");
        ahead.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                draft.forecast.ahead.clear();
                draft.forecast.ahead.addAll(change.getValue());
                changed.run();
            }
        });
        return ahead;
    }

    /** What puts the rows in order cannot be chosen. */
    private void offer() {
        var items = draft.forecast.mayBeKnown(draft.columns, draft.tasks.keySet());
        draft.forecast.ahead.retainAll(items);
        ahead.setItems(items);
        ahead.setValue(draft.forecast.ahead);
    }

    private Select<String> order() {
        var choices = new ArrayList<>(List.of(AUTOMATIC));
        choices.addAll(ForecastDraft.clocks(draft.columns, draft.tasks.keySet()));
        var order = new Select<String>();
        order.setLabel("Rows in the order of");
        order.setItems(choices);
        order.setItemLabelGenerator(name -> name.equals(AUTOMATIC) ? "Automatic" : name);
        order.setHelperText("Automatic: the first column of dates, else as the file has them");
        var chosen = Objects.requireNonNullElse(draft.forecast.time, AUTOMATIC);
        order.setValue(choices.contains(chosen) ? chosen : AUTOMATIC);
        order.addValueChangeListener(change -> {
            draft.forecast.orderBy(change.getValue().equals(AUTOMATIC) ? null : change.getValue());
            offer();
            changed.run();
        });
        return order;
    }

    private IntegerField horizon() {
        var why = "How far each forecast goes, in rows";
        return steps("Steps ahead", why, draft.forecast.horizon, steps -> draft.forecast.horizon = steps);
    }

    private IntegerField lookback() {
        var why = "Empty: a few times the steps ahead, more of long series";
        return steps("Steps seen", why, draft.forecast.lookback, steps -> draft.forecast.lookback = steps);
    }

    private IntegerField steps(String label, String why, @Nullable Integer now, Consumer<@Nullable Integer> chosen) {
        var steps = new IntegerField(label);
        steps.setMin(1);
        steps.setValue(now);
        steps.setHelperText(why);
        steps.addValueChangeListener(change -> {
            chosen.accept(change.getValue());
            draft.steps();
            changed.run();
        });
        return steps;
    }
}
