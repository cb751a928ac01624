package io.polyphony.frontend.experiment;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ItemLabelGenerator;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import io.polyphony.backend.experiment.UploadedEncoders;
import io.polyphony.engine.data.FrozenInput;
import io.polyphony.engine.data.Modality;
import io.polyphony.frontend.component.Glyph;
import io.polyphony.frontend.component.Ui;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Asks what a ready-made network reads of a row; of its kinds of input only what that kind needs is shown. */
final class FrozenInputFields extends Div {
    /** What a ready-made network may read. */
    static final List<Modality> MODALITIES = List.of(Modality.IMAGE, Modality.AUDIO, Modality.TEXT, Modality.TABULAR);

    private final Select<Modality> kind = new Select<>();
    private final IntegerField size =
            number("Height and width", 224, "In pixels; others are scaled, their aspect kept");
    private final Select<Integer> channels = new Select<>();
    private final Select<Boolean> last = new Select<>();
    private final TextField mean = new TextField("Mean of each channel");
    private final TextField deviation = new TextField("Deviation of each channel");
    private final IntegerField rate = number("Sample rate", 16_000, "In Hz; others are resampled");
    private final IntegerField samples = number("Samples", 16_000, "Longer ones are cut, shorter ones padded");
    private final IntegerField numbers =
            number("Numbers", 1, "As many as numeric columns are read, in the order of the file");
    private final IntegerField length = number("Word pieces", 128, "Of a text at most; the rest is cut off");
    private final Select<Boolean> small = new Select<>();
    private final Upload upload = upload();
    private String vocabularyName = "";
    private byte @Nullable [] vocabulary;
    private final Div fields = Ui.div("row fields");

    FrozenInputFields(Modality first) {
        addClassNames("stack", "tight");
        choice(kind, "It reads", MODALITIES, FrozenInputFields::reads);
        choice(channels, "Channels", List.of(3, 1), count -> count == 3 ? "Red, green, blue" : "Grey");
        choice(last, "Order", List.of(false, true), end -> end ? "Channels last (NHWC)" : "Channels first (NCHW)");
        choice(small, "Letters", List.of(true, false), all -> all ? "Small ones (uncased)" : "As they are (cased)");
        mean.setHelperText("Levels are 0 to 1. Empty: 0. Of ImageNet: 0.485, 0.456, 0.406");
        deviation.setHelperText("Empty: 1. Of ImageNet: 0.229, 0.224, 0.225");
        kind.addValueChangeListener(change -> show());
        kind.setValue(first);
        show();
        add(kind, fields);
    }

    /**
     * What is said now.
     *
     * @throws IllegalArgumentException when something is missing or out of range, saying what
     */
    FrozenInput read() {
        return switch (kind.getValue()) {
            case IMAGE ->
                new FrozenInput.Pictures(
                        whole(size), channels.getValue(), last.getValue(), list(mean), list(deviation));
            case AUDIO -> new FrozenInput.Sounds(whole(rate), whole(samples));
            case TEXT -> new FrozenInput.Texts(whole(length), small.getValue());
            case TABULAR, SERIES -> new FrozenInput.Cells(whole(numbers));
        };
    }

    /** The file of the words that a network knows; null where it reads no texts, or nothing was chosen. */
    byte @Nullable [] vocabulary() {
        return kind.getValue() == Modality.TEXT ? vocabulary : null;
    }

    /** The next network has other words. */
    void forgetVocabulary() {
        vocabulary = null;
        upload.clearFileList();
    }

    private Upload upload() {
        var chosen = new Upload(UploadHandler.inMemory((metadata, bytes) -> {
            vocabularyName = metadata.fileName();
            vocabulary = bytes;
        }));
        chosen.setAcceptedFileTypes(".txt");
        chosen.setMaxFiles(1);
        chosen.setMaxFileSize((int) UploadedEncoders.MOST_BYTES);
        chosen.setUploadButton(Ui.button("Choose its vocab.txt", Glyph.UPLOAD, () -> {}));
        // The removal of a file may arrive after the one that took its place.
        chosen.addFileRemovedListener(event -> {
            if (event.getFileName().equals(vocabularyName)) {
                vocabulary = null;
            }
        });
        return chosen;
    }

    private void show() {
        fields.removeAll();
        Component[] needed = switch (kind.getValue()) {
            case IMAGE -> new Component[] {size, channels, last, mean, deviation};
            case AUDIO -> new Component[] {rate, samples};
            case TEXT -> new Component[] {length, small, upload};
            case TABULAR, SERIES -> new Component[] {numbers};
        };
        fields.add(needed);
    }

    private static String reads(Modality modality) {
        return switch (modality) {
            case IMAGE -> "Pictures";
            case AUDIO -> "Recordings";
            case TEXT -> "Texts";
            case TABULAR, SERIES -> "The numbers of a table";
        };
    }

    private static int whole(IntegerField field) {
        var value = field.getValue();
        if (value == null) {
            throw new IllegalArgumentException("The field (%s) is empty.".formatted(field.getLabel()));
        }
        return value;
    }

    /** Numbers with commas or blanks between them; none where it is empty. */
    static List<Double> list(TextField field) {
        var text = field.getValue().strip();
        try {
            return text.isEmpty()
                    ? List.of()
                    : Stream.of(text.split("[,;\\s]+")).map(Double::valueOf).toList();
        } catch (NumberFormatException word) {
            throw new IllegalArgumentException(
                    "The field (%s) has (%s), but needs a number for each channel. Maybe 0.485, 0.456, 0.406."
                            .formatted(field.getLabel(), text),
                    word);
        }
    }

    private static IntegerField number(String label, int usual, String help) {
        var field = new IntegerField(label);
        field.setMin(1);
        field.setValue(usual);
        field.setHelperText(help);
        return field;
    }

    private static <T> void choice(Select<T> select, String label, List<T> items, ItemLabelGenerator<T> name) {
        select.setLabel(label);
        select.setItems(items);
        select.setItemLabelGenerator(name);
        select.setValue(items.getFirst());
    }
}
