package io.polyphony.frontend.experiment;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import io.polyphony.backend.experiment.UploadedEncoder;
import io.polyphony.backend.experiment.UploadedEncoders;
import io.polyphony.engine.data.FrozenInput;
import io.polyphony.engine.data.Modality;
import io.polyphony.frontend.component.Glyph;
import io.polyphony.frontend.component.Numbers;
import io.polyphony.frontend.component.Problems;
import io.polyphony.frontend.component.Ui;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Takes an ONNX file that says an embedding, with what it reads; what is wrong with it stands below. */
final class EncoderForm extends Div {
    private static final int LONGEST = 60;
    private final Adding adding;
    private final Consumer<UploadedEncoder> added;
    private final TextField name = new TextField("Name");
    private final FrozenInputFields input;
    private final Div problem = Ui.div("");
    private final Upload upload = upload();
    private String fileName = "";
    private byte[] file = new byte[0];

    /** Tries a file, and keeps it if it will do. */
    @FunctionalInterface
    interface Adding {
        /** @param vocabulary of a network that reads texts */
        UploadedEncoder add(String name, FrozenInput read, byte[] file, byte @Nullable [] vocabulary);
    }

    /**
     * @param first what it is thought to read until something else is said
     * @param added is told of each that is kept
     */
    EncoderForm(Modality first, Adding adding, Consumer<UploadedEncoder> added) {
        this.adding = adding;
        this.added = added;
        this.input = new FrozenInputFields(first);
        addClassName("stack");
        name.setHelperText("Small letters, digits, dots and dashes, such as resnet-imagenet");
        name.setWidthFull();
        add(upload, name, input, problem, Ui.div("row", Ui.primary("Add the encoder", Glyph.PLUS, this::add)));
    }

    private Upload upload() {
        var upload = new Upload(UploadHandler.inMemory((metadata, bytes) -> {
            fileName = metadata.fileName();
            file = bytes;
            if (name.isEmpty()) {
                name.setValue(proposed(metadata.fileName()));
            }
        }));
        upload.setAcceptedFileTypes(".onnx");
        upload.setMaxFiles(1);
        upload.setMaxFileSize((int) UploadedEncoders.MOST_BYTES);
        upload.setUploadButton(Ui.button("Choose an ONNX file", Glyph.UPLOAD, () -> {}));
        // The removal of a file may arrive after the one that took its place.
        upload.addFileRemovedListener(event -> {
            if (event.getFileName().equals(fileName)) {
                file = new byte[0];
            }
        });
        upload.addFileRejectedListener(event -> refuse(
                "The file (%s) is refused. Maybe it is no .onnx file, or has more than %s, which every model would carry."
                        .formatted(event.getFileName(), Numbers.bytes(UploadedEncoders.MOST_BYTES))));
        return upload;
    }

    /** "ResNet 18.onnx" as "resnet-18". */
    static String proposed(String fileName) {
        var stem = fileName.replaceFirst("(?i)\\.onnx$", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9._-]+", "-")
                .replaceFirst("^[._-]+", "");
        return stem.substring(0, Math.min(LONGEST, stem.length()));
    }

    private void add() {
        if (file.length == 0) {
            refuse("There is no file yet. Maybe it is still on its way.");
            return;
        }
        try {
            var encoder = adding.add(name.getValue().strip(), input.read(), file, input.vocabulary());
            problem.removeAll();
            name.clear();
            file = new byte[0];
            upload.clearFileList();
            input.forgetVocabulary();
            added.accept(encoder);
        } catch (IllegalArgumentException range) {
            refuse(String.valueOf(range.getMessage()));
        } catch (RuntimeException refused) {
            refuse(Problems.text(refused));
        }
    }

    private void refuse(String why) {
        problem.removeAll();
        problem.add(Ui.notice("bad", why));
    }
}
