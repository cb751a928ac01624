package io.polyphony.frontend.model;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.NumberField;
import io.polyphony.backend.model.VariantKind;
import io.polyphony.backend.model.VariantRequest;
import io.polyphony.frontend.component.Glyph;
import io.polyphony.frontend.component.Problems;
import io.polyphony.frontend.component.Ui;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Asks which variant is wanted. What a kind does not read is not shown. */
final class VariantDialog extends Dialog {
    private static final double PERCENT = 100;
    private final Select<VariantKind> kind = new Select<>();
    private final Paragraph explanation = new Paragraph();
    private final NumberField share = number("Weights that become zero (%)", 10, 95, 70);
    private final NumberField width = number("Width of its layers (%)", 10, 100, 50);
    private final NumberField temperature = number("Temperature", 1, 20, 2);
    private final NumberField epochs = number("Epochs of training", 1, 1000, 8);
    private final Select<String> packing = new Select<>();

    /** @param make begins to make it */
    VariantDialog(Consumer<VariantRequest> make) {
        setHeaderTitle("A variant");
        kind.setLabel("How");
        kind.setItems(VariantKind.values());
        kind.setItemLabelGenerator(VariantDialog::label);
        kind.addValueChangeListener(change -> choose(change.getValue()));
        packing.setLabel("Bytes per weight");
        packing.setItems("exact", "fp16", "int8");
        packing.setItemLabelGenerator(VariantDialog::bytes);
        packing.setValue("exact");
        kind.setValue(VariantKind.INT8);
        add(Ui.div("stack", kind, explanation, share, width, temperature, epochs, packing));
        getFooter().add(Ui.button("Not now", Glyph.BACK, this::close), Ui.primary("Make it", Glyph.PLUS, () -> {
            try {
                make.accept(request());
                close();
            } catch (RuntimeException refused) {
                Ui.tellProblem(Problems.text(refused));
            }
        }));
    }

    private void choose(VariantKind chosen) {
        explanation.setText(chosen.explanation());
        boolean pruned = chosen == VariantKind.PRUNED;
        boolean distilled = chosen == VariantKind.DISTILLED;
        share.setVisible(pruned);
        width.setVisible(distilled);
        temperature.setVisible(distilled);
        epochs.setVisible(pruned || distilled);
        epochs.setPlaceholder(distilled ? "as many as the trial's" : "");
        epochs.setValue(pruned ? 8.0 : null);
        packing.setVisible(pruned || distilled || chosen == VariantKind.REFIT);
    }

    private VariantRequest request() {
        var chosen = kind.getValue();
        return switch (chosen) {
            case INT8, FP16 -> VariantRequest.of(chosen);
            case REFIT -> new VariantRequest(chosen.label(), null, null, null, null, null, null, packing.getValue());
            case PRUNED ->
                new VariantRequest(
                        chosen.label(), part(share), null, whole(epochs), null, null, null, packing.getValue());
            case DISTILLED ->
                new VariantRequest(
                        chosen.label(),
                        null,
                        null,
                        whole(epochs),
                        part(width),
                        null,
                        temperature.getValue(),
                        packing.getValue());
        };
    }

    private static @Nullable Double part(NumberField field) {
        var value = field.getValue();
        return value == null ? null : Double.valueOf(value / PERCENT);
    }

    private static @Nullable Integer whole(NumberField field) {
        var value = field.getValue();
        return value == null ? null : Integer.valueOf((int) Math.round(value));
    }

    private static NumberField number(String label, double low, double high, double value) {
        var field = new NumberField(label);
        field.setMin(low);
        field.setMax(high);
        field.setValue(value);
        field.setWidthFull();
        return field;
    }

    private static String label(VariantKind kind) {
        return switch (kind) {
            case INT8 -> "Round weights to bytes (int8)";
            case FP16 -> "Round weights to halves (fp16)";
            case REFIT -> "Learn from validation rows as well (refit)";
            case PRUNED, DISTILLED ->
                kind.name().charAt(0) + kind.name().substring(1).toLowerCase(Locale.ROOT);
        };
    }

    private static String bytes(String packing) {
        return switch (packing) {
            case "fp16" -> "Two (fp16)";
            case "int8" -> "One (int8)";
            default -> "Four, as learned";
        };
    }
}
