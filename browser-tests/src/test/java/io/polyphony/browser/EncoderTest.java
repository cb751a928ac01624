package io.polyphony.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A project brings a network along that others trained. */
class EncoderTest extends BrowserTest {
    /** Two numbers times a matrix: an embedding of five. */
    private static final String NETWORK =
            "CAg6dwoRCgF4CgFNEgF5IgZNYXRNdWwSAWcqMwgCCAUQAUIBTUoob3qsP60b27+vVDjA0vMNvVXB6b4xxipAihQgvRpJtLwNPiU/xDUtPloU"
                    + "CgF4Eg8KDQgBEgkKAxIBbgoCCAJiFAoBeRIPCg0IARIJCgMSAW4KAggFQgQKABAN";

    /** Ids of twelve words become the rows of a matrix of two columns. */
    private static final String WORDS =
            "CAg6qwIKLwoHd2VpZ2h0cwoJaW5wdXRfaWRzEhFsYXN0X2hpZGRlbl9zdGF0ZSIGR2F0aGVyEgV3b3JkcypxCAwIAhABImAAAAAA"
                    + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAgD8AAAAAAACAPwAAAAAAAIA/AAAAAAAAgD8AAAAAAAAAAAAAgD8AAAAAAACA"
                    + "PwAAAAAAAIA/AAAAAAAAgD9CB3dlaWdodHNaIwoJaW5wdXRfaWRzEhYKFAgHEhAKBhIEcm93cwoGEgRyb3dzWigKDmF0dGVudGlv"
                    + "bl9tYXNrEhYKFAgHEhAKBhIEcm93cwoGEgRyb3dzYi8KEWxhc3RfaGlkZGVuX3N0YXRlEhoKGAgBEhQKBhIEcm93cwoGEgRyb3dz"
                    + "CgIIAkIECgAQDQ==";

    @Test
    void an_encoder_of_texts_brings_its_words_along() {
        signIn();
        open("projects/" + rest.defaultProject() + "/encoders");
        heading("Bring one along");
        choose(page.locator("vaadin-select").first(), "Texts");
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("words");
        give(0, "words.onnx", Base64.getDecoder().decode(WORDS));
        click("Add the encoder");
        assertThat(page.locator(".notice.bad")).containsText("Maybe send its vocab.txt along");
        var words = "[PAD]\n[UNK]\n[CLS]\n[SEP]\nlovely\nperfect\ngreat\nsoft\nawful\ntorn\ncheap\nscratchy";
        give(1, "vocab.txt", words.getBytes(StandardCharsets.US_ASCII));
        click("Add the encoder");
        assertThat(page.locator(".person").last()).containsText("reads texts of 128 word pieces, says 2 numbers");
        assertThat(page.locator("vaadin-upload-file")).hasCount(0);
    }

    private void give(int place, String name, byte[] content) {
        var upload = page.locator("vaadin-upload").nth(place);
        upload.locator("input[type=file]").setInputFiles(new FilePayload(name, "application/octet-stream", content));
        assertThat(upload.locator("vaadin-upload-file[complete]")).hasCount(1);
    }

    @Test
    void an_onnx_file_is_refused_with_a_reason_or_can_be_chosen(@TempDir Path folder) {
        signIn();
        open("projects/" + rest.defaultProject() + "/encoders");
        heading("Bring one along");
        choose(page.locator("vaadin-select").first(), "The numbers of a table");
        give("none.onnx", "no network at all".getBytes(StandardCharsets.US_ASCII));
        click("Add the encoder");
        assertThat(page.locator(".notice.bad")).containsText("ONNX");
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("small-one");
        page.getByLabel("Numbers", new Page.GetByLabelOptions().setExact(true)).fill("2");
        give("Small one.onnx", Base64.getDecoder().decode(NETWORK));
        click("Add the encoder");
        assertThat(page.locator(".person")).containsText("reads 2 numbers of a table, says 5 numbers");

        var dataset = rest.upload(Tables.reviews(folder, 60), rest.defaultProject());
        open("datasets/" + dataset);
        state("Ready", PATIENCE_MILLIS);
        click("New experiment");
        click("Continue");
        assertThat(page.locator("vaadin-checkbox", new Page.LocatorOptions().setHasText("Uploaded and never trained")))
                .containsText("small-one");
    }

    /** In place of the file that is there. */
    private void give(String name, byte[] content) {
        var remove = page.locator("vaadin-upload [part='remove-button']");
        if (remove.count() > 0) {
            remove.click();
        }
        page.locator("vaadin-upload input[type=file]")
                .setInputFiles(new FilePayload(name, "application/octet-stream", content));
        assertThat(page.locator("vaadin-upload-file[complete]")).hasCount(1);
    }
}
