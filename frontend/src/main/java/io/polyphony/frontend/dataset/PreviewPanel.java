package io.polyphony.frontend.dataset;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import io.polyphony.backend.dataset.ColumnInfo;
import io.polyphony.backend.dataset.DatasetService;
import io.polyphony.backend.dataset.VersionSummary;
import io.polyphony.backend.security.Actor;
import io.polyphony.engine.data.SeriesText;
import io.polyphony.frontend.component.Numbers;
import io.polyphony.frontend.component.Panel;
import io.polyphony.frontend.component.Sparkline;
import io.polyphony.frontend.component.Ui;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows as they were uploaded, loaded as one scrolls; images, sounds and series are shown, not named. */
final class PreviewPanel extends Div {
    /** One row. Its cells may be missing. */
    private record Row(List<@Nullable String> cells) {}

    private final DatasetService datasets;
    private final Actor actor;
    private final VersionSummary version;
    private final MediaCells media;

    PreviewPanel(DatasetService datasets, Actor actor, VersionSummary version) {
        this.datasets = datasets;
        this.actor = actor;
        this.version = version;
        this.media = new MediaCells(datasets, actor, version.id());
        addClassName("stack");
        add(new Panel("Rows", Numbers.count(version.rows()) + " in all; they load as you scroll.")
                .flush()
                .with(grid()));
    }

    private Grid<Row> grid() {
        var grid = new Grid<Row>();
        grid.addThemeVariants(GridVariant.NO_BORDER);
        grid.setHeight("620px");
        datasets.columns(actor, version.id()).forEach(column -> add(grid, column));
        grid.setPageSize(50);
        grid.setItems(
                query -> datasets.preview(actor, version.id(), query.getOffset(), query.getLimit()).rows().stream()
                        .map(Row::new),
                query -> (int) Math.min(Integer.MAX_VALUE, version.rows()));
        return grid;
    }

    private void add(Grid<Row> grid, ColumnInfo column) {
        var header = Ui.div(
                "preview-head",
                Ui.span("", column.name()),
                Ui.span("small muted", Modalities.label(column.modality())));
        grid.addComponentColumn(row -> cell(column, row.cells().get(column.position())))
                .setHeader(header)
                .setAutoWidth(false)
                .setWidth(width(column))
                .setResizable(true)
                .setFlexGrow(1);
    }

    private Component cell(ColumnInfo column, @Nullable String value) {
        if (value == null) {
            return Ui.span("muted", "missing");
        }
        return switch (column.modality()) {
            case IMAGE -> media.image(value);
            case AUDIO -> media.audio(value);
            case NUMERIC -> Ui.span("num", value);
            case TEXT -> Ui.span("preview-text", value);
            case SERIES -> series(value);
            case CATEGORICAL, DATE -> Ui.span("", value);
        };
    }

    private static Component series(String value) {
        var channels = SeriesText.numbers(value);
        int steps = channels.stream().mapToInt(numbers -> numbers.length).max().orElse(0);
        var label = channels.size() == 1
                ? Numbers.count(steps) + " steps"
                : "%d channels of up to %s steps".formatted(channels.size(), Numbers.count(steps));
        return Sparkline.of(channels, label);
    }

    private static String width(ColumnInfo column) {
        return switch (column.modality()) {
            case AUDIO -> "300px";
            case IMAGE -> "140px";
            case TEXT -> pixels(column, 420);
            case SERIES -> "260px";
            case NUMERIC, CATEGORICAL, DATE -> pixels(column, 220);
        };
    }

    /** As long as its name and its cells, within reason. */
    private static String pixels(ColumnInfo column, int most) {
        var text = column.text();
        long letters = Math.max(column.name().length(), text == null ? 0 : Math.round(1.3 * text.meanCharacters()));
        return Math.clamp(40 + 9L * letters, 110, most) + "px";
    }
}
