package io.polyphony.frontend.component;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.internal.JacksonUtils;
import com.vaadin.flow.shared.Registration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An Apache ECharts chart in light and dark, fed with whole options ({@link Json#object}). Strings like {@code var(--ink)} are
 * theme colours; a series or item that carries a trial's id takes part in selection.
 */
@Tag("echarts-chart")
@NpmPackage(value = "echarts", version = "6.1.0")
@JsModule("./echarts-chart.ts")
public final class Chart extends Component implements HasSize, HasStyle {
    private @Nullable Map<String, ?> option;

    /** @param label what the chart shows, for those who cannot see it */
    public Chart(String label) {
        getElement().setAttribute("role", "img").setAttribute("aria-label", label);
    }

    /**
     * A chart that is drawn once, with the sentence that tells the same.
     *
     * @param words what there is to see in it, for everybody
     */
    public static Div told(String title, String words, Map<String, ?> option) {
        var chart = new Chart(title + ". " + words);
        chart.show(option);
        return chart.told(words);
    }

    /** This chart, tall, with a sentence below it. */
    public Div told(String words) {
        addClassNames("chart", "tall");
        return Ui.div("stack tight", this, Ui.span("small muted", words));
    }

    /** Says what the chart shows now, for those who cannot see it. */
    public Chart describe(String text) {
        getElement().setAttribute("aria-label", text);
        return this;
    }

    /** Draws this option, or moves the chart that is there to it. */
    public void show(Map<String, ?> next) {
        if (next.equals(option)) {
            return;
        }
        option = next;
        if (isAttached()) {
            send(next);
        }
    }

    /** Lights one trial up; an empty id lights none. */
    public void light(String trial) {
        getElement().callJsFunction("light", trial);
    }

    /** Calls back with the id of the trial whose line or point was clicked. */
    public Registration onSelect(Consumer<String> listener) {
        return listen("chart-select", trials -> listener.accept(String.join(",", trials)));
    }

    /** Calls back with the ids of the trials inside the brushed ranges; empty when nothing is brushed. */
    public Registration onBrush(Consumer<List<String>> listener) {
        return listen("chart-brush", listener);
    }

    private Registration listen(String event, Consumer<List<String>> listener) {
        return getElement()
                .addEventListener(event, fired -> {
                    var trials = fired.getEventData().get("event.detail.trials").asString();
                    listener.accept(trials.isEmpty() ? List.of() : List.of(trials.split(",")));
                })
                .addEventData("event.detail.trials");
    }

    private void send(Map<String, ?> next) {
        getElement().callJsFunction("show", JacksonUtils.mapToJson(next));
    }

    @Override
    protected void onAttach(AttachEvent attachEvent) {
        if (option != null) {
            send(option);
        }
    }
}
