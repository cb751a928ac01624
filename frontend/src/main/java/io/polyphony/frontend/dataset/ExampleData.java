package io.polyphony.frontend.dataset;

import io.polyphony.frontend.component.Glyph;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * A data set that comes with the platform. To add one: its folder under {@code examples}, with what its README licenses, and a line here.
 *
 * @param folder under {@code examples}
 * @param file in it, which is uploaded
 * @param sentence what is in it and what can be asked of it
 */
record ExampleData(String folder, String file, Glyph glyph, String title, String sentence) {
    static final List<ExampleData> ALL = List.of(
            new ExampleData(
                    "reviews",
                    "reviews.csv",
                    Glyph.TEXT,
                    "Clothing reviews",
                    "Texts and a table: is a dress recommended, and how many stars does it get?"),
            new ExampleData(
                    "digits",
                    "digits.zip",
                    Glyph.IMAGE,
                    "Seen and spoken digits",
                    "Pictures and sounds: which digit is it, who speaks, and who wrote it?"));

    /** Its bytes. */
    InputStream open() throws IOException {
        var stream = ExampleData.class.getResourceAsStream("/examples/%s/%s".formatted(folder, file));
        if (stream == null) {
            throw new IOException(
                    "The example (%s) is not in this build. Maybe it was built without examples/.".formatted(file));
        }
        return stream;
    }
}
