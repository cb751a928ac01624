package io.polyphony.frontend.dataset;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import io.polyphony.backend.dataset.ColumnInfo;
import io.polyphony.backend.dataset.MediaStats;
import io.polyphony.backend.dataset.NumberStats;
import io.polyphony.backend.dataset.TextStats;
import io.polyphony.frontend.component.Bars;
import io.polyphony.frontend.component.Facts;
import io.polyphony.frontend.component.Numbers;
import io.polyphony.frontend.component.Ui;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** One column's distribution: a histogram, its most frequent values, or the sizes of its files. */
final class ColumnCard extends Div {
    private static final int TOP = 6;

    ColumnCard(ColumnInfo column, long rows) {
        addClassNames("panel", "card");
        var name = new H3(column.name());
        name.setTitle(column.name());
        add(Ui.div("row", name, Modalities.chip(column.modality())));
        var numbers = column.numbers();
        var text = column.text();
        var media = column.media();
        if (media != null) {
            add(facts(media));
        } else if (numbers != null && column.modality() == io.polyphony.backend.dataset.ColumnModality.NUMERIC) {
            addNumbers(column, numbers);
        } else if (!column.topValues().isEmpty()) {
            add(Bars.ranking(top(column), rows - column.missing(), TOP));
        } else if (text != null) {
            add(facts(text));
        }
        add(foot(column, rows));
    }

    /** In the order of the values, unless some are left out: then the most frequent ones are shown. */
    private static Map<String, Long> top(ColumnInfo column) {
        if (column.topValues().size() <= TOP) {
            return column.topValues();
        }
        var top = new LinkedHashMap<String, Long>();
        column.topValues().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .forEach(entry -> top.put(entry.getKey(), entry.getValue()));
        return top;
    }

    private void addNumbers(ColumnInfo column, NumberStats numbers) {
        add(Bars.histogram(numbers.histogram().counts(), "Histogram of " + column.name()));
        add(Ui.div(
                "row small muted num",
                Ui.span("", Numbers.number(numbers.min())),
                Ui.span("push", Numbers.number(numbers.max()))));
        add(new Facts()
                .fact("Mean", Numbers.number(numbers.mean()))
                .fact("Standard deviation", Numbers.number(numbers.deviation())));
    }

    private static Facts facts(TextStats text) {
        return new Facts()
                .fact("Mean length", String.format(Locale.ROOT, "%.1f words", text.meanWords()))
                .fact("Longest", Numbers.count(text.maxWords()) + " words");
    }

    private static Facts facts(MediaStats media) {
        var facts = new Facts().fact("Files", Numbers.count(media.files()));
        if (media.maxWidth() > 0) {
            facts.fact("Width", range(media.minWidth(), media.maxWidth(), "px"))
                    .fact("Height", range(media.minHeight(), media.maxHeight(), "px"));
        } else {
            facts.fact("Length", String.format(Locale.ROOT, "%.2f to %.2f s", media.minSeconds(), media.maxSeconds()))
                    .fact("Sample rate", range(media.minSampleRate(), media.maxSampleRate(), "Hz"));
        }
        return facts;
    }

    private static String range(int low, int high, String unit) {
        return low == high ? low + " " + unit : low + " to " + high + " " + unit;
    }

    private static Div foot(ColumnInfo column, long rows) {
        var foot = Ui.div("row tight small muted num", Ui.span("", Modalities.label(column.role())));
        foot.add(Ui.span("push", Numbers.count(column.distinct()) + " distinct"));
        if (column.missing() > 0) {
            foot.add(Ui.span("", Numbers.percent((double) column.missing() / Math.max(1, rows)) + " missing"));
        }
        return foot;
    }
}
