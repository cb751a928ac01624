package io.polyphony.frontend.experiment;

import com.vaadin.flow.component.button.Button;
import io.polyphony.backend.experiment.UploadedEncoder;
import io.polyphony.backend.experiment.UploadedEncoders;
import io.polyphony.backend.security.Access;
import io.polyphony.backend.security.Actor;
import io.polyphony.backend.security.Role;
import io.polyphony.engine.data.Modality;
import io.polyphony.frontend.component.Glyph;
import io.polyphony.frontend.component.Ui;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The ready-made encoders of the project whose data are chosen, and a way to bring one along. */
record OwnEncoders(UploadedEncoders encoders, Access access, Actor actor) {
    /** Those for a kind of input. */
    List<UploadedEncoder> of(Draft draft, Modality modality) {
        return draft.dataset == null
                ? List.of()
                : encoders.list(actor, draft.dataset.project()).stream()
                        .filter(encoder -> encoder.features().modality() == modality)
                        .toList();
    }

    /**
     * A button that takes another one; none where none can read such inputs, or the person may not.
     *
     * @param added is told of each that reads such inputs
     */
    Optional<Button> bring(Draft draft, Modality modality, Consumer<UploadedEncoder> added) {
        var dataset = draft.dataset;
        if (dataset == null || !FrozenInputFields.MODALITIES.contains(modality)) {
            return Optional.empty();
        }
        return access.role(actor, dataset.project())
                .filter(role -> role.includes(Role.EDITOR))
                .map(editor -> Ui.button(
                        "Bring an ONNX file",
                        Glyph.UPLOAD,
                        () -> new EncoderDialog(
                                        modality,
                                        (name, read, file, vocabulary) ->
                                                encoders.add(actor, dataset.project(), name, read, file, vocabulary),
                                        encoder -> {
                                            if (encoder.features().modality() == modality) {
                                                added.accept(encoder);
                                            }
                                        })
                                .open()));
    }
}
