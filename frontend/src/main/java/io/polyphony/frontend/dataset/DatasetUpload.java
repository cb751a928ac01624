package io.polyphony.frontend.dataset;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadEvent;
import io.polyphony.backend.common.DatasetId;
import io.polyphony.backend.common.ProjectId;
import io.polyphony.backend.dataset.DatasetService;
import io.polyphony.backend.security.Actor;
import io.polyphony.backend.security.Role;
import io.polyphony.frontend.component.Glyph;
import io.polyphony.frontend.component.Problems;
import io.polyphony.frontend.component.Ui;
import io.polyphony.frontend.project.ProjectChoice;
import io.polyphony.frontend.project.ProjectPicker;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Takes a file by drag and drop, streams it to the store without holding it in memory, and leads to the new data set. */
final class DatasetUpload extends Section {
    private final DatasetService datasets;
    private final Actor actor;
    private volatile ProjectId project;
    private volatile @Nullable DatasetId imported;

    DatasetUpload(DatasetService datasets, ProjectChoice projects, Actor actor) {
        this.datasets = datasets;
        this.actor = actor;
        addClassNames("panel", "dropzone");
        var choices = projects.of(actor, Role.EDITOR);
        if (choices.isEmpty()) {
            project = new ProjectId(new java.util.UUID(0, 0));
            setVisible(false);
            return;
        }
        project = choices.getFirst().id();
        add(upload());
        add(
                new Paragraph(
                        "CSV, TSV, Excel, Parquet, JSON Lines, a JSON array of objects, arrays in NPZ or HDF5, series in .ts or .tsf; or a ZIP or tar.gz with one such table (or train and test) and the images, sounds, texts or series that its columns name. Several hundred megabytes are fine."));
        if (choices.size() > 1) {
            add(new ProjectPicker(choices, chosen -> project = chosen));
        }
    }

    private Upload upload() {
        var upload = new Upload(this::receive);
        upload.setAcceptedFileTypes(DatasetService.fileEndings().toArray(String[]::new));
        upload.setMaxFiles(1);
        upload.setUploadButton(Ui.primary("Choose a file", Glyph.UPLOAD, () -> {}));
        upload.setDropLabel(Ui.span("", "or drop it here"));
        // Only an event of the browser carries its user, and a page opens for nobody but its users.
        upload.getElement().addEventListener("upload-success", event -> open());
        upload.addFileRejectedListener(event -> Ui.tellProblem(
                "The file (%s) is refused: %s Maybe choose a CSV, TSV, Excel, Parquet, JSON Lines, JSON, NPZ, HDF5, ZIP or tar.gz; pictures and sounds go into an archive."
                        .formatted(event.getFileName(), event.getErrorMessage())));
        return upload;
    }

    private void open() {
        var dataset = imported;
        if (dataset != null) {
            UI.getCurrent().navigate(DatasetNavigation.href(dataset));
        }
    }

    /** On the request's own thread, off the session's lock: a long upload blocks nothing else. */
    private void receive(UploadEvent event) throws IOException {
        var file = event.getFileName();
        var ui = event.getUI();
        try (var content = event.getInputStream()) {
            var summary = datasets.upload(actor, project, name(file), file, content);
            imported = summary.id();
        } catch (RuntimeException refused) {
            var text = Problems.text(refused);
            ui.access(() -> Ui.tellProblem(text));
            event.reject(text);
        }
    }

    private static String name(String file) {
        int dot = file.indexOf('.');
        return dot > 0 ? file.substring(0, dot) : file;
    }
}
