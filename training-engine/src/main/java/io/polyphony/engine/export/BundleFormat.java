package io.polyphony.engine.export;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.polyphony.engine.evaluation.Averaging;
import io.polyphony.engine.evaluation.Temperature;
import io.polyphony.engine.evaluation.Thresholds;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** Bundles to ZIP files and back. The same model always gives the same bytes. */
final class BundleFormat {
    private static final int FORMAT = 1;
    private static final String CONTENTS = "bundle.json";
    private static final String CARD = "card.json";
    private static final String README = "README.md";
    private static final String NETWORK = "network.bin";
    private static final String ONNX = "network.onnx";
    private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String EXPLANATION = """
            # A model of Polyphony

            `card.json` tells what it is, how well it does and where it comes from. `bundle.json` lists its networks with
            their share in each task's answer, which tasks are answered by the networks' weighted median in place of the
            mean, at which temperature T a task's probabilities p are said, as p^(1/T) made to sum to 1 again (of labels,
            together with 1 - p), and from which probability on a task says yes. Each network lies in a folder of its own:

            - `network.bin` has all that answering takes: `io.polyphony.engine.export.Bundle.read(stream)` reads this whole
              file, `predict(rows)` takes rows as plain values (numbers, texts, bytes of pictures and sounds).
            - `network.onnx` is the network alone, for ONNX Runtime and others. Its metadata tells, as JSON, how raw rows
              become its inputs (`polyphony.preprocessing`) and what its outputs mean (`polyphony.tasks`).
            """;

    private BundleFormat() {}

    /**
     * What the file lists.
     *
     * @param averaging by task, where it is not the mean; null in files from before there was a choice
     * @param thresholds by task; null in files from before there were any
     * @param temperatures by task; likewise
     */
    private record Contents(
            int format,
            List<Part> members,
            @Nullable Map<String, Averaging> averaging,
            @Nullable Map<String, List<Double>> thresholds,
            @Nullable Map<String, Double> temperatures) {}

    private record Part(String folder, Map<String, Double> weights) {}

    static void write(Bundle bundle, OutputStream out) throws IOException {
        var zip = new Zip(out);
        var parts = new ArrayList<Part>();
        for (var member : bundle.members()) {
            parts.add(new Part("member%d/".formatted(parts.size() + 1), member.weights()));
        }
        var thresholds = new LinkedHashMap<String, List<Double>>();
        bundle.thresholds().forEach((task, own) -> thresholds.put(task, own.values()));
        var temperatures = new LinkedHashMap<String, Double>();
        bundle.temperatures().forEach((task, own) -> temperatures.put(task, own.value()));
        var contents = new Contents(FORMAT, parts, bundle.averaging(), thresholds, temperatures);
        put(zip, CONTENTS, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(contents));
        put(zip, CARD, bundle.card().getBytes(StandardCharsets.UTF_8));
        put(zip, README, EXPLANATION.getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < parts.size(); i++) {
            var network = bundle.members().get(i).network();
            put(zip, parts.get(i).folder() + NETWORK, network.toBytes());
            put(zip, parts.get(i).folder() + ONNX, OnnxFile.of(network));
        }
        zip.finish();
    }

    /**
     * Looks for no repetitions: weights have none, and looking for them takes four times as long (every trial asks for its
     * model's size).
     */
    private static final class Zip extends ZipOutputStream {
        Zip(OutputStream out) {
            super(out);
            def.setStrategy(Deflater.HUFFMAN_ONLY);
        }
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(EPOCH);
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    static Bundle read(InputStream in) throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        var zip = new ZipInputStream(in);
        for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (!entry.getName().endsWith(ONNX)) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        var contents = JSON.readValue(file(files, CONTENTS), Contents.class);
        if (contents.format() != FORMAT) {
            throw new IllegalArgumentException(
                    "The bundle has the format %d, but this version reads %d.\nMaybe update it."
                            .formatted(contents.format(), FORMAT));
        }
        var members = new ArrayList<Bundle.Member>();
        for (var part : contents.members()) {
            members.add(
                    new Bundle.Member(TrainedModel.fromBytes(file(files, part.folder() + NETWORK)), part.weights()));
        }
        var thresholds = new LinkedHashMap<String, Thresholds>();
        if (contents.thresholds() != null) {
            contents.thresholds().forEach((task, values) -> thresholds.put(task, new Thresholds(values)));
        }
        var temperatures = new LinkedHashMap<String, Temperature>();
        if (contents.temperatures() != null) {
            contents.temperatures().forEach((task, value) -> temperatures.put(task, new Temperature(value)));
        }
        return new Bundle(members, new String(file(files, CARD), StandardCharsets.UTF_8))
                .averaged(contents.averaging() == null ? Map.of() : contents.averaging())
                .tempered(temperatures)
                .decided(thresholds);
    }

    private static byte[] file(Map<String, byte[]> files, String name) {
        var bytes = files.get(name);
        if (bytes == null) {
            throw new IllegalArgumentException(
                    "The bytes are no bundle: they have no (%s).\nMaybe the download was cut off.".formatted(name));
        }
        return bytes;
    }
}
