package io.polyphony.backend.testing;

import io.polyphony.backend.common.DatasetId;
import io.polyphony.backend.common.Ids;
import io.polyphony.backend.common.ProjectId;
import io.polyphony.backend.dataset.DatasetService;
import io.polyphony.backend.dataset.DatasetState;
import io.polyphony.backend.security.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.awaitility.Awaitility;

/** A made-up data set that a network learns in a second: a text and two numbers decide two targets. */
@ApplicationScoped
public class SmallData {
    private static final List<String> GOOD = List.of("lovely", "perfect", "great", "soft");
    private static final List<String> BAD = List.of("awful", "torn", "cheap", "scratchy");
    private static final List<String> NEUTRAL = List.of("the", "dress", "arrived", "on", "monday", "in", "a", "box");
    private final DatasetService datasets;

    SmallData(DatasetService datasets) {
        this.datasets = datasets;
    }

    /** Uploads so many rows and waits until they can be used. */
    public DatasetId upload(Actor actor, ProjectId project, int rows) {
        return uploadCsv(actor, project, "dresses.csv", csv(rows));
    }

    /** Uploads these rows and waits until they can be used. */
    public DatasetId uploadCsv(Actor actor, ProjectId project, String fileName, String csv) {
        var id = upload(actor, project, fileName, csv);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> datasets.get(actor, id).state() == DatasetState.READY);
        return id;
    }

    private DatasetId upload(Actor actor, ProjectId project, String fileName, String csv) {
        try (var bytes = new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8))) {
            return datasets.upload(actor, project, fileName + " " + Ids.next(), fileName, bytes)
                    .id();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows as CSV: price, weight, colour, review, liked (yes or no), stars (1.0 to 5.0). */
    public static String csv(int rows) {
        var random = new SplittableRandom(7);
        var csv = new StringBuilder("price,weight,colour,review,liked,stars\n");
        for (int row = 0; row < rows; row++) {
            double price = 10 + 90 * random.nextDouble();
            double weight = random.nextDouble();
            boolean good = random.nextBoolean();
            double stars = 3 + (good ? 1.5 : -1.5) - price / 100 + 0.3 * random.nextDouble();
            csv.append("%.2f,%.3f,%s,%s,%s,%.2f%n"
                    .formatted(
                            price,
                            weight,
                            random.nextBoolean() ? "red" : "blue",
                            review(random, good),
                            good ? "yes" : "no",
                            stars));
        }
        return csv.toString();
    }

    private static String review(SplittableRandom random, boolean good) {
        var words = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            var source = i % 4 == 1 ? (good ? GOOD : BAD) : NEUTRAL;
            words.append(source.get(random.nextInt(source.size()))).append(' ');
        }
        return words.toString().strip();
    }
}
