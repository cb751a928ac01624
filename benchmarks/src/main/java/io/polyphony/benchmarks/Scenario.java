package io.polyphony.benchmarks;

import io.polyphony.engine.data.InputSpec;
import io.polyphony.engine.data.Modality;
import io.polyphony.engine.data.TaskSpec;
import io.polyphony.engine.data.TaskType;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * A data set with its tasks and its given test split.
 *
 * @param groups per row of the table, what must not be torn apart, or null for nothing
 */
public record Scenario(
        String name,
        RawTable table,
        int[] train,
        int[] test,
        List<InputSpec> inputs,
        List<TaskSpec> tasks,
        @Nullable String @Nullable [] groups) {

    /** Rows to learn from and rows to choose by. */
    public record Split(int[] train, int[] validation) {}

    /** The scenario of that name from the folder of examples. */
    public static Scenario load(String name, Path data) throws IOException {
        return switch (name) {
            case "reviews" -> reviews(data.resolve("reviews/reviews.csv"));
            case "digits" -> digits(data.resolve("digits/digits.zip"));
            default ->
                throw new IllegalArgumentException(
                        "There is no scenario (%s), only reviews and digits.".formatted(name));
        };
    }

    public static Scenario reviews(Path csv) throws IOException {
        try (var reader = Files.newBufferedReader(csv)) {
            var table = RawTable.read(reader).withNumbers("Age", "Positive Feedback Count", "Rating");
            var text = new InputSpec("text", Modality.TEXT, List.of("Title", "Review Text"));
            var columns = List.of(
                    "Age", "Positive Feedback Count", "Clothing ID", "Division Name", "Department Name", "Class Name");
            return of(
                    "reviews",
                    table,
                    List.of(text, new InputSpec("table", Modality.TABULAR, columns)),
                    List.of(
                            new TaskSpec("Recommended IND", TaskType.BINARY),
                            new TaskSpec("Rating", TaskType.REGRESSION)));
        }
    }

    public static Scenario digits(Path archive) throws IOException {
        var files = new HashMap<String, byte[]>();
        try (var zip = new ZipFile(archive.toFile())) {
            for (var entry : zip.stream().toList()) {
                try (InputStream stream = zip.getInputStream(entry)) {
                    files.put(entry.getName(), stream.readAllBytes());
                }
            }
        }
        var csv = new String(Objects.requireNonNull(files.get("pairs.csv")), StandardCharsets.UTF_8);
        try (var reader = new StringReader(csv)) {
            var table = RawTable.read(reader).withFiles("image", files).withFiles("audio", files);
            return of(
                    "digits",
                    table,
                    List.of(
                            new InputSpec("image", Modality.IMAGE, List.of("image")),
                            new InputSpec("audio", Modality.AUDIO, List.of("audio"))),
                    List.of(
                            new TaskSpec("digit", TaskType.MULTICLASS),
                            new TaskSpec("speaker", TaskType.MULTICLASS),
                            new TaskSpec("writer_group", TaskType.BINARY)));
        }
    }

    /** Its rows are parted by the column {@code split}. */
    public static Scenario of(String name, RawTable table, List<InputSpec> inputs, List<TaskSpec> tasks) {
        return new Scenario(
                name, table, table.where("split", "train"), table.where("split", "test"), inputs, tasks, null);
    }

    /** The same with one task only. */
    public Scenario only(TaskSpec task) {
        return new Scenario(name, table, train, test, inputs, List.of(task), groups);
    }

    /** A fifth of the train rows to choose by, drawn by seed so that the first task's classes keep their shares. */
    Split split(long seed) {
        var byClass = new TreeMap<String, int[]>();
        var labels = table.texts(tasks.getFirst().name());
        for (var row : train) {
            byClass.merge(String.valueOf(labels[row]), new int[] {row}, Scenario::joined);
        }
        var random = new SplittableRandom(seed);
        var validation = new int[0];
        for (var rows : byClass.values()) {
            shuffle(rows, random);
            validation = joined(validation, Arrays.copyOf(rows, rows.length / 5));
        }
        Arrays.sort(validation);
        var chosen = validation;
        var rest = Arrays.stream(train)
                .filter(row -> Arrays.binarySearch(chosen, row) < 0)
                .toArray();
        return new Split(rest, validation);
    }

    private static int[] joined(int[] first, int[] second) {
        var all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    private static void shuffle(int[] rows, SplittableRandom random) {
        for (var i = rows.length - 1; i > 0; i--) {
            var j = random.nextInt(i + 1);
            var kept = rows[i];
            rows[i] = rows[j];
            rows[j] = kept;
        }
    }
}
