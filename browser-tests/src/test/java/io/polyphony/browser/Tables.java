package io.polyphony.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Small data sets with something to learn in them, made anew from a seed. */
final class Tables {
    private static final String[] GOOD = {"lovely", "perfect fit", "great colour", "soft and warm"};
    private static final String[] BAD = {"too small", "poor seams", "faded at once", "scratchy"};

    private Tables() {}

    /** Reviews: text and table in; whether it is recommended, and a rating, out. */
    static Path reviews(Path folder, int rows) {
        var random = new Random(7);
        var csv = new StringBuilder("age,department,review,recommended,rating\n");
        for (int row = 0; row < rows; row++) {
            boolean good = random.nextInt(3) > 0;
            int rating = good ? 4 + random.nextInt(2) : 1 + random.nextInt(3);
            csv.append("%d,%s,%s %d times and %s,%s,%d%n"
                    .formatted(
                            20 + random.nextInt(50),
                            random.nextBoolean() ? "Dresses" : "Tops",
                            pick(random, good),
                            row,
                            pick(random, good == (random.nextInt(8) > 0)),
                            good ? "yes" : "no",
                            rating));
        }
        return write(folder.resolve("shop-reviews.csv"), csv.toString());
    }

    static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String pick(Random random, boolean good) {
        var words = good ? GOOD : BAD;
        return words[random.nextInt(words.length)];
    }
}
