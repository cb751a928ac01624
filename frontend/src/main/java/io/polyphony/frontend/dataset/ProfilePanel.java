package io.polyphony.frontend.dataset;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.polyphony.backend.dataset.ColumnInfo;
import io.polyphony.backend.dataset.DatasetProfile;
import io.polyphony.frontend.component.Bars;
import io.polyphony.frontend.component.Numbers;
import io.polyphony.frontend.component.Panel;
import io.polyphony.frontend.component.Tiles;
import io.polyphony.frontend.component.Ui;
import java.util.stream.Collectors;

/** What the data looks like: sizes, splits, what to look at before training, and every column's distribution. */
final class ProfilePanel extends Div {
    private static final int SHOWN = 120;

    ProfilePanel(DatasetProfile profile) {
        addClassName("stack");
        add(tiles(profile));
        profile.hints().forEach(hint -> add(Ui.notice("warn", Numbers.sentence(hint))));
        if (!profile.splits().isEmpty()) {
            add(new Panel(
                            "Split",
                            "The column that says which rows train, validate and test. Test rows stay sealed until a trial is promoted.")
                    .with(Bars.ranking(profile.splits(), profile.version().rows(), 12)));
        }
        var cards = Ui.div("grid-3");
        profile.columns().stream()
                .limit(SHOWN)
                .forEach(column ->
                        cards.add(new ColumnCard(column, profile.version().rows())));
        add(cards);
    }

    private static Component tiles(DatasetProfile profile) {
        var version = profile.version();
        long missing = profile.columns().stream().mapToLong(ColumnInfo::missing).sum();
        double cells = Math.max(1.0, (double) version.rows() * version.columns());
        var inputs = profile.modalities().entrySet().stream()
                .map(entry -> entry.getValue() + " "
                        + Modalities.label(entry.getKey()).toLowerCase(java.util.Locale.ROOT))
                .collect(Collectors.joining(", "));
        return new Tiles()
                .tile("Rows", Numbers.count(version.rows()), "")
                .tile("Columns", String.valueOf(version.columns()), inputs)
                .tile(
                        "Missing cells",
                        Numbers.percent(missing / cells),
                        Numbers.count(missing) + " of " + Numbers.count((long) cells))
                .tile("Uploaded file", Numbers.bytes(version.bytes()), version.fileName());
    }
}
