package io.polyphony.benchmarks.accuracy;

import static io.polyphony.engine.data.TaskType.BINARY;
import static io.polyphony.engine.data.TaskType.COUNT;
import static io.polyphony.engine.data.TaskType.FORECAST;
import static io.polyphony.engine.data.TaskType.MULTICLASS;
import static io.polyphony.engine.data.TaskType.REGRESSION;
import static io.polyphony.engine.data.TaskType.SEGMENTATION;

import io.polyphony.benchmarks.RawTable;
import io.polyphony.benchmarks.Scenario;
import io.polyphony.engine.data.InputSpec;
import io.polyphony.engine.data.Modality;
import io.polyphony.engine.data.TaskSpec;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Reads the data sets as they were given out, with the splits that came with them. */
public final class DataSets {
    private DataSets() {}

    public static List<Scenario> reviews(Path folder) throws IOException {
        return List.of(Scenario.reviews(folder.resolve("reviews.csv")));
    }

    public static List<Scenario> digits(Path folder) throws IOException {
        return List.of(Scenario.digits(folder.resolve("av_digits.zip")));
    }

    /** Queries; those out of scope have neither intent nor domain. */
    public static List<Scenario> queries(Path folder) throws IOException {
        try (var csv = Files.newBufferedReader(folder.resolve("clinc150.csv"))) {
            var table = RawTable.read(csv);
            var train = IntStream.concat(
                            IntStream.of(table.where("split", "train")), IntStream.of(table.where("split", "val")))
                    .toArray();
            return List.of(new Scenario(
                    "queries",
                    table,
                    train,
                    table.where("split", "test"),
                    List.of(new InputSpec("text", Modality.TEXT, List.of("text"))),
                    List.of(
                            new TaskSpec("intent", MULTICLASS),
                            new TaskSpec("domain", MULTICLASS),
                            new TaskSpec("scope", BINARY)),
                    null));
        }
    }

    /** Cells under a microscope: which pixels are nuclei, and how many there are. */
    public static List<Scenario> nuclei(Path folder) throws IOException {
        try (var csv = Files.newBufferedReader(folder.resolve("nuclei.csv"))) {
            var table = RawTable.read(csv);
            for (var name : List.of("image", "mask")) {
                var files = new LinkedHashMap<String, byte[]>();
                for (var path : table.texts(name)) {
                    files.put(String.valueOf(path), Files.readAllBytes(folder.resolve(String.valueOf(path))));
                }
                table.withFiles(name, files);
            }
            return List.of(new Scenario(
                    "nuclei",
                    table.withNumbers("n_nuclei"),
                    table.where("split", "train"),
                    table.where("split", "test"),
                    List.of(new InputSpec("image", Modality.IMAGE, List.of("image"))),
                    List.of(new TaskSpec("mask", SEGMENTATION), new TaskSpec("n_nuclei", COUNT)),
                    null));
        }
    }

    /** Eight measures of a building, two of which are numbers of kinds. */
    public static List<Scenario> buildings(Path folder) throws IOException {
        var names = new ArrayList<String>();
        var rows = new ArrayList<String>();
        for (var line : Files.readAllLines(folder.resolve("enb.arff"))) {
            if (line.startsWith("@attribute")) {
                names.add(line.split(" ")[1]);
            } else if (!line.startsWith("@") && !line.isBlank()) {
                rows.add(line.strip());
            }
        }
        var parts = Files.readAllLines(folder.resolve("split.csv"));
        var csv = new StringBuilder(String.join(",", names)).append(",split\n");
        for (int row = 0; row < rows.size(); row++) {
            csv.append(rows.get(row))
                    .append(',')
                    .append(parts.get(row + 1).split(",")[1])
                    .append('\n');
        }
        var table = RawTable.read(new StringReader(csv.toString()))
                .withNumbers("Relative_compactness", "X1", "X3", "X4", "X5", "X7", "Y1", "Y2");
        return List.of(Scenario.of(
                "buildings",
                table,
                List.of(new InputSpec("table", Modality.TABULAR, names.subList(0, 8))),
                List.of(new TaskSpec("Y1", REGRESSION), new TaskSpec("Y2", REGRESSION))));
    }

    /** Seven hourly series; the next 96 hours of each from 336, with the borders that papers use: 12, 4 and 4 months of 30 days. */
    public static List<Scenario> transformer(Path folder) throws IOException {
        int month = 30 * 24;
        int past = 336;
        int ahead = 96;
        var moments = IntStream.rangeClosed(past, 20 * month - ahead).toArray();
        var names = List.of("HUFL", "HULL", "MUFL", "MULL", "LUFL", "LULL", "OT");
        try (var csv = Files.newBufferedReader(folder.resolve("ETTh1.csv"))) {
            var table = RawTable.read(csv).withWindows(moments, past, ahead, names.toArray(String[]::new));
            var known = IntStream.concat(
                    IntStream.rangeClosed(past, 12 * month - ahead),
                    IntStream.rangeClosed(12 * month, 16 * month - ahead));
            return List.of(new Scenario(
                    "transformer",
                    table,
                    known.map(moment -> moment - past).toArray(),
                    IntStream.rangeClosed(16 * month, 20 * month - ahead)
                            .map(moment -> moment - past)
                            .toArray(),
                    List.of(new InputSpec("past", Modality.SERIES, names)),
                    names.stream().map(name -> new TaskSpec(name, FORECAST)).toList(),
                    null));
        }
    }

    /** Spoken digits with the official split. */
    public static List<Scenario> spoken(Path folder) throws IOException {
        return List.of(Scenario.of(
                "spoken",
                recordings(folder),
                List.of(new InputSpec("audio", Modality.AUDIO, List.of("audio"))),
                List.of(new TaskSpec("digit", MULTICLASS), new TaskSpec("speaker", MULTICLASS))));
    }

    /** Spoken digits of one speaker after the other, heard by a network that knows the others only. */
    public static List<Scenario> strangers(Path folder) throws IOException {
        var table = recordings(folder);
        var all = new ArrayList<Scenario>();
        for (var speaker : List.of("george", "jackson", "lucas", "nicolas", "theo", "yweweler")) {
            var test = table.where("speaker", speaker);
            var held = IntStream.of(test).boxed().toList();
            var rest = IntStream.range(0, table.rows())
                    .filter(row -> !held.contains(row))
                    .toArray();
            all.add(new Scenario(
                    speaker,
                    table,
                    rest,
                    test,
                    List.of(new InputSpec("audio", Modality.AUDIO, List.of("audio"))),
                    List.of(new TaskSpec("digit", MULTICLASS)),
                    null));
        }
        return all;
    }

    private static RawTable recordings(Path folder) throws IOException {
        try (var csv = Files.newBufferedReader(folder.resolve("fsdd.csv"))) {
            var table = RawTable.read(csv);
            return table.withFiles("audio", files(folder, table, "audio"));
        }
    }

    /** X-rays with notes, most of them without most of the labels; a patient's images stay together. */
    public static List<Scenario> xrays(Path folder) throws IOException {
        try (var csv = Files.newBufferedReader(folder.resolve("cases.csv"))) {
            var raw = RawTable.read(csv);
            var table = raw.withFiles("image", files(folder, raw, "image")).withNumbers("offset_days", "age");
            return List.of(new Scenario(
                    "xrays",
                    table,
                    table.where("split", "train"),
                    table.where("split", "test"),
                    List.of(
                            new InputSpec("image", Modality.IMAGE, List.of("image")),
                            new InputSpec("text", Modality.TEXT, List.of("clinical_notes")),
                            new InputSpec("table", Modality.TABULAR, List.of("offset_days", "sex"))),
                    List.of(
                            new TaskSpec("finding_group", MULTICLASS),
                            new TaskSpec("view", MULTICLASS),
                            new TaskSpec("survival", BINARY),
                            new TaskSpec("went_icu", BINARY),
                            new TaskSpec("intubated", BINARY),
                            new TaskSpec("age", REGRESSION)),
                    table.texts("patient")));
        }
    }

    private static Map<String, byte[]> files(Path folder, RawTable table, String column) throws IOException {
        var files = new HashMap<String, byte[]>();
        for (var path : table.texts(column)) {
            if (path != null) {
                files.put(path, Files.readAllBytes(folder.resolve(path)));
            }
        }
        return files;
    }
}
