package io.polyphony.frontend.experiment;

import com.vaadin.flow.component.dialog.Dialog;
import io.polyphony.backend.experiment.UploadedEncoder;
import io.polyphony.engine.data.Modality;
import io.polyphony.frontend.component.Glyph;
import io.polyphony.frontend.component.Ui;
import java.util.function.Consumer;

/** Takes an encoder along without leaving the wizard. */
final class EncoderDialog extends Dialog {
    EncoderDialog(Modality first, EncoderForm.Adding adding, Consumer<UploadedEncoder> added) {
        setHeaderTitle("An encoder of your own");
        setWidth("640px");
        add(new EncoderForm(first, adding, encoder -> {
            close();
            added.accept(encoder);
        }));
        getFooter().add(Ui.button("Not now", Glyph.BACK, this::close));
    }
}
