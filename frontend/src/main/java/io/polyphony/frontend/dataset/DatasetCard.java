package io.polyphony.frontend.dataset;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import io.polyphony.backend.dataset.DatasetState;
import io.polyphony.backend.dataset.DatasetSummary;
import io.polyphony.backend.dataset.VersionSummary;
import io.polyphony.frontend.component.Bars;
import io.polyphony.frontend.component.Numbers;
import io.polyphony.frontend.component.StateBadge;
import io.polyphony.frontend.component.Ui;
import java.time.Instant;

/** One data set in the list; the whole card is a link. */
final class DatasetCard extends Anchor {
    DatasetCard(DatasetSummary summary) {
        setHref(DatasetNavigation.href(summary.id()));
        addClassNames("panel", "card");
        var latest = summary.latest();
        add(Ui.div("row", new H2(summary.name()), new StateBadge(summary.state())));
        add(Ui.span(
                "small muted",
                "Version " + latest.number() + " · " + latest.fileName() + " · "
                        + Numbers.ago(latest.createdAt(), Instant.now())));
        if (summary.state() == DatasetState.IMPORTING) {
            add(Bars.progress(summary.progress(), "Import of " + summary.name()));
            add(Ui.span("small muted num", ImportProgress.text(latest)));
        } else {
            add(Ui.div("row tight", facts(latest)));
        }
    }

    private static com.vaadin.flow.component.Component[] facts(VersionSummary version) {
        if (version.state() == DatasetState.FAILED) {
            return new com.vaadin.flow.component.Component[] {
                Ui.span("small", Numbers.of(version.problems().size(), "problem") + " kept it from being imported")
            };
        }
        return new com.vaadin.flow.component.Component[] {
            Ui.span("chip num", Numbers.of(version.rows(), "row")),
            Ui.span("chip num", Numbers.of(version.columns(), "column")),
            Ui.span("chip num", Numbers.bytes(version.bytes()))
        };
    }
}
