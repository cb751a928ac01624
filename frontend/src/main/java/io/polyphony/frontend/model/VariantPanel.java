package io.polyphony.frontend.model;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import io.polyphony.backend.common.event.EventFilter;
import io.polyphony.backend.experiment.ExperimentTask;
import io.polyphony.backend.model.ModelView;
import io.polyphony.backend.model.Variant;
import io.polyphony.backend.model.VariantKind;
import io.polyphony.backend.model.VariantService;
import io.polyphony.backend.security.Actor;
import io.polyphony.engine.compression.Footprint;
import io.polyphony.engine.compression.Toll;
import io.polyphony.frontend.component.Bars;
import io.polyphony.frontend.component.Glyph;
import io.polyphony.frontend.component.Live;
import io.polyphony.frontend.component.Numbers;
import io.polyphony.frontend.component.Panel;
import io.polyphony.frontend.component.Ui;
import io.polyphony.frontend.experiment.Metrics;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The model's variants, what each gains and costs, and a way to have one made. */
final class VariantPanel extends Div {
    private final ModelView model;
    private final Div cards = Ui.div("grid-fit below");
    private final Panel panel = new Panel(
            "Variants",
            "Made from train rows, measured on validation rows beside the model itself, fold by fold where it was trained in folds; the test rows stay sealed. A refit alone has learned from validation rows as well: test rows judge it, a logged look.");
    private List<Variant> shown = List.of();

    /** @param mayMake whether the person may have variants made */
    VariantPanel(VariantService variants, Actor actor, ModelView model, boolean mayMake, Live live) {
        this.model = model;
        if (mayMake) {
            panel.tools(Ui.button(
                    "Make one",
                    Glyph.PLUS,
                    () -> new VariantDialog(request -> variants.make(actor, model.id(), request)).open()));
        }
        show(variants.of(actor, model.id()));
        add(panel, cards);
        live.watch(this, new EventFilter.OfTrial(model.trial()), () -> variants.of(actor, model.id()), this::refresh);
    }

    private void refresh(List<Variant> variants) {
        if (!variants.equals(shown)) {
            show(variants);
        }
    }

    private void show(List<Variant> variants) {
        shown = variants;
        panel.show(
                variants.isEmpty()
                        ? Ui.span(
                                "small muted",
                                "None yet. Rounding takes seconds; pruning, distilling and refitting train for a while.")
                        : Ui.span("small muted", "Newest first."));
        cards.removeAll();
        variants.forEach(variant -> cards.add(card(variant)));
    }

    private Component card(Variant variant) {
        var panel = new Panel(title(variant), variant.plan().kind().explanation());
        var toll = variant.toll();
        if (toll != null) {
            return panel.with(figures(variant, toll), links(variant));
        }
        return panel.with(
                switch (variant.state()) {
                    case QUEUED ->
                        Ui.notice("", "It waits for its turn: variants are made one after the other, beside all else.");
                    case RUNNING, READY ->
                        Ui.div(
                                "stack tight",
                                Bars.progress(variant.progress(), "How far the variant is"),
                                Ui.span("small muted num", Numbers.percent(variant.progress()) + " made"));
                    case FAILED ->
                        Ui.notice("warn", Objects.requireNonNullElse(variant.problem(), "It could not be made."));
                });
    }

    static String title(Variant variant) {
        var plan = variant.plan();
        var packed = plan.packing().equals("exact") ? "" : ", " + plan.packing();
        return switch (plan.kind()) {
            case INT8 -> "Bytes (int8)";
            case FP16 -> "Halves (fp16)";
            case PRUNED -> "Pruned, %s zero%s".formatted(Numbers.percent(or(plan.share())), packed);
            case REFIT -> "Refit on train and validation rows%s".formatted(packed);
            case DISTILLED -> "Distilled, %s as wide%s".formatted(Numbers.percent(or(plan.width())), packed);
        };
    }

    private static double or(@Nullable Double value) {
        return value == null ? Double.NaN : value;
    }

    private Component figures(Variant variant, Toll toll) {
        var table = new Element("table");
        table.getClassList().add("figures");
        table.appendChild(row("th", "", "Model", "Variant"));
        var before = toll.before();
        var after = toll.after();
        table.appendChild(row("td", "File", Numbers.bytes(before.bytes()), Numbers.bytes(after.bytes())));
        table.appendChild(
                row("td", "Learned numbers", Numbers.count(before.parameters()), Numbers.count(after.parameters())));
        table.appendChild(row("td", "One row", millis(before.singleMillis()), millis(after.singleMillis())));
        table.appendChild(row("td", "Each of many", millis(before.eachMillis()), millis(after.eachMillis())));
        model.tasks()
                .forEach(task -> table.appendChild(row(
                        "td",
                        "%s: %s".formatted(task.name(), Metrics.label(task.metric())),
                        Numbers.metric(metric(before, task)),
                        Numbers.metric(metric(after, task)) + loss(variant.losses(), task))));
        var holder = Ui.div("scroll-x");
        holder.getElement().appendChild(table);
        return holder;
    }

    private static String millis(double value) {
        return Numbers.metric(value) + " ms";
    }

    private static @Nullable Double metric(Footprint footprint, ExperimentTask task) {
        return footprint.metrics().getOrDefault(task.name(), Map.of()).get(task.metric());
    }

    private static String loss(Map<String, Double> losses, ExperimentTask task) {
        double loss = losses.getOrDefault(task.name(), 0.0);
        return loss == 0 ? "" : " (%s)".formatted(loss > 0 ? "worse" : "better");
    }

    private Component links(Variant variant) {
        var path = "api/v1/models/%s/variants/%s/".formatted(model.id(), variant.id());
        var bundle = Ui.link(path + "bundle", "Download the bundle");
        bundle.getElement().setAttribute("download", true);
        var row = Ui.div("row", bundle);
        // An ensemble that was pruned or rounded has several networks, and so have folds; its bundle has them all as
        // ONNX.
        int folds = variant.plan().kind() == VariantKind.REFIT ? 1 : Folds.of(model);
        boolean alone =
                folds == 1 && (model.members().size() <= 1 || variant.plan().width() != null);
        if (alone) {
            var onnx = Ui.link(path + "onnx", "ONNX");
            onnx.getElement().setAttribute("download", true);
            row.add(onnx);
        }
        return row;
    }

    private static Element row(String cell, String... texts) {
        var row = new Element("tr");
        for (var text : texts) {
            row.appendChild(new Element(cell).setText(text));
        }
        return row;
    }
}
