package io.polyphony.frontend.dataset;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.polyphony.backend.dataset.VersionSummary;
import io.polyphony.frontend.component.Bars;
import io.polyphony.frontend.component.Numbers;
import io.polyphony.frontend.component.Ui;
import java.util.Locale;

/** How far an import is. */
final class ImportProgress extends Div {
    ImportProgress(VersionSummary version) {
        addClassName("stack");
        add(new Paragraph(text(version)), Bars.progress(version.progress(), "Import of " + version.fileName()));
        add(Ui.span("small muted", "You may leave this page; the import goes on."));
    }

    static String text(VersionSummary version) {
        var rate = version.rate() > 0 ? String.format(Locale.ENGLISH, " · %,.0f per second", version.rate()) : "";
        var stage = version.stage().isEmpty() ? "Waiting for its turn" : Numbers.words(version.stage());
        return stage + " · " + Numbers.percent(version.progress()) + rate;
    }
}
