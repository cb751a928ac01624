package io.polyphony.frontend.dataset;

import com.vaadin.flow.router.Route;
import io.polyphony.backend.common.PageRequest;
import io.polyphony.backend.common.event.EventFilter;
import io.polyphony.backend.dataset.DatasetService;
import io.polyphony.backend.dataset.DatasetSummary;
import io.polyphony.backend.security.CurrentActor;
import io.polyphony.frontend.component.Glyph;
import io.polyphony.frontend.component.Live;
import io.polyphony.frontend.component.PageView;
import io.polyphony.frontend.component.Ui;
import io.polyphony.frontend.project.ProjectChoice;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.function.Supplier;

/** All data sets that the actor may see, newest first, and the place to drop a new one. */
@Route(DatasetNavigation.LIST)
@PermitAll
class DatasetListView extends PageView {
    private final DatasetUpload upload;
    private final com.vaadin.flow.component.html.Div cards = Ui.div("grid-3");

    DatasetListView(DatasetService datasets, ProjectChoice projects, CurrentActor currentActor, Live live) {
        super("Data sets");
        lead(
                "Tables, texts, images and sounds to learn from. Each import is an immutable version, so results stay reproducible.");
        var actor = currentActor.get();
        Supplier<List<DatasetSummary>> load =
                () -> datasets.list(actor, null, PageRequest.first(200)).items();
        upload = new DatasetUpload(datasets, projects, actor);
        body(upload, cards);
        show(load.get());
        live.watch(this, new EventFilter.All(), load, this::show);
    }

    private void show(List<DatasetSummary> summaries) {
        cards.removeAll();
        summaries.forEach(summary -> cards.add(new DatasetCard(summary)));
        if (summaries.isEmpty()) {
            cards.add(
                    Ui.blank(
                            Glyph.DATASET,
                            "No data sets yet",
                            upload.isVisible()
                                    ? "Drop a CSV, Excel, Parquet or JSON Lines file above, or a ZIP with one such table and the images, sounds, texts or series that its columns name."
                                    : "Those of your projects will appear here. To upload some, ask an owner for the role editor."));
        }
        cards.setClassName("grid-3", !summaries.isEmpty());
    }
}
