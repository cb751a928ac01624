package io.polyphony.frontend.experiment;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** How far all forecasts go, how much they see, and what puts the rows in order. */
final class ForecastFields extends Div {
    private static final String AUTOMATIC = "";
    private final Draft draft;
    private final Runnable changed;

    /** @param changed is told of anything that changes the inputs or the request */
    ForecastFields(Draft draft, Runnable changed) {
        this.draft = draft;
        this.changed = changed;
        addClassNames("row", "fields");
        add(order(), horizon(), lookback());
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
            draft.forecast.time = change.getValue().equals(AUTOMATIC) ? null : change.getValue();
            changed.run();
        });
        return order;
    }

    private IntegerField horizon() {
        var horizon = new IntegerField("Steps ahead");
        horizon.setMin(1);
        horizon.setValue(draft.forecast.horizon);
        horizon.setHelperText("How far each forecast goes, in rows");
        horizon.addValueChangeListener(change -> {
            draft.forecast.horizon = change.getValue();
            told();
        });
        return horizon;
    }

    private IntegerField lookback() {
        var lookback = new IntegerField("Steps seen");
        lookback.setMin(1);
        lookback.setValue(draft.forecast.lookback);
        lookback.setHelperText("Empty: a few times the steps ahead");
        lookback.addValueChangeListener(change -> {
            draft.forecast.lookback = change.getValue();
            told();
        });
        return lookback;
    }

    private void told() {
        draft.steps();
        changed.run();
    }
}
