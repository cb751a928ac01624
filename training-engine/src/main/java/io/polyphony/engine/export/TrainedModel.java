package io.polyphony.engine.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.polyphony.engine.checkpoint.StateReader;
import io.polyphony.engine.checkpoint.StateWriter;
import io.polyphony.engine.data.EncodedRows;
import io.polyphony.engine.data.Preprocessor;
import io.polyphony.engine.data.Table;
import io.polyphony.engine.data.TaskCodec;
import io.polyphony.engine.data.TaskLabels;
import io.polyphony.engine.evaluation.Metrics;
import io.polyphony.engine.evaluation.TaskPredictions;
import io.polyphony.engine.network.NetworkSpec;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A trained network with all that it needs to answer for raw rows: specification, preprocessor, weights, provenance. */
public final class TrainedModel {
    private static final long MAGIC = 0x506F_6C79_4D6F_0001L;
    private static final long PACKED_MAGIC = 0x506F_6C79_4D6F_0002L;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final NetworkSpec network;
    private final Preprocessor preprocessor;
    private final Weights weights;
    private final Map<String, String> provenance;
    private final Packing packing;

    public TrainedModel(
            NetworkSpec network, Preprocessor preprocessor, Weights weights, Map<String, String> provenance) {
        this(network, preprocessor, weights, provenance, new Exact());
    }

    private TrainedModel(
            NetworkSpec network,
            Preprocessor preprocessor,
            Weights weights,
            Map<String, String> provenance,
            Packing packing) {
        this.packing = packing;
        this.network = network;
        this.preprocessor = preprocessor;
        this.weights = weights;
        this.provenance = Collections.unmodifiableMap(new LinkedHashMap<>(provenance));
    }

    public NetworkSpec network() {
        return network;
    }

    public Preprocessor preprocessor() {
        return preprocessor;
    }

    public Weights weights() {
        return weights;
    }

    /** Where the model comes from: seed, best epoch, and whatever the caller added. */
    public Map<String, String> provenance() {
        return provenance;
    }

    /** The same model with more provenance. */
    public TrainedModel with(Map<String, String> more) {
        var all = new LinkedHashMap<>(provenance);
        all.putAll(more);
        return new TrainedModel(network, preprocessor, weights, all, packing);
    }

    /** How its weights are kept in files. */
    public Packing packing() {
        return packing;
    }

    /** The same model with its matrices rounded as that packing does; its files take less room. */
    public TrainedModel packed(Packing other) {
        return new TrainedModel(
                network,
                preprocessor,
                PackedWeights.of(network, preprocessor, other).rounded(weights),
                provenance,
                other);
    }

    /**
     * What the model says of these rows, by task; the truth beside it where the table has the target's column.
     *
     * @param rows in this order
     */
    public Map<String, TaskPredictions> predict(Table table, int[] rows) {
        return predict(encode(table, rows));
    }

    /** These rows as this model, and every other one with an equal preprocessor, reads them. */
    public EncodedRows encode(Table table, int[] rows) {
        var labels = new LinkedHashMap<String, TaskLabels>();
        for (var codec : preprocessor.codecs()) {
            labels.put(codec.task().name(), labels(codec, table, rows));
        }
        return new EncodedRows(rows.length, preprocessor.features(table, rows), labels);
    }

    private static TaskLabels labels(TaskCodec codec, Table table, int[] rows) {
        // What lies on pictures is told in their own pixels, so that these are looked up even where nobody knows them.
        return codec.picture() != null || table.has(codec.task().name())
                ? codec.encode(table, rows)
                : TaskLabels.unknown(codec, rows.length);
    }

    /** The same for rows that this model's preprocessor has encoded. */
    public Map<String, TaskPredictions> predict(EncodedRows rows) {
        return new Inference(this).predict(rows);
    }

    /**
     * What the network says before it is put into the words of the target, by task and row: probabilities per class or label, or
     * values in original units that are not yet rounded to those that occur.
     */
    public Map<String, float[][]> answers(EncodedRows rows) {
        var answers = new Inference(this).answers(rows);
        answers.forEach((task, own) -> {
            var codec = preprocessor.codec(task);
            for (int row = 0; row < own.length && codec.task().type().isQuantity(); row++) {
                for (int k = 0; k < own[row].length; k++) {
                    own[row][k] = (float) codec.unrounded(own[row][k], k);
                }
            }
        });
        return answers;
    }

    /** All metrics of these rows, by task and name. */
    public Map<String, Map<String, Double>> evaluate(Table table, int[] rows) {
        var metrics = new LinkedHashMap<String, Map<String, Double>>();
        predict(table, rows).forEach((task, predictions) -> metrics.put(task, Metrics.evaluate(predictions)));
        return metrics;
    }

    /** One self-contained bundle with a checksum. */
    public byte[] toBytes() {
        boolean exact = packing instanceof Exact;
        var out = new StateWriter(exact ? MAGIC : PACKED_MAGIC);
        try {
            out.writeText(JSON.writeValueAsString(network));
            out.writeText(preprocessor.toJson());
            out.writeText(JSON.writeValueAsString(provenance));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The network (%s) cannot be written as JSON.".formatted(network), e);
        }
        if (exact) {
            WeightsFormat.write(weights, out);
        } else {
            out.writeText(packing.name());
            PackedWeights.of(network, preprocessor, packing).write(weights, out);
        }
        return out.toBytes();
    }

    /**
     * The model of a bundle.
     *
     * @throws IllegalArgumentException if the bytes are something else or damaged
     */
    public static TrainedModel fromBytes(byte[] bytes) {
        boolean packed = bytes.length > Long.BYTES && ByteBuffer.wrap(bytes).getLong() == PACKED_MAGIC;
        var in = new StateReader(bytes, packed ? PACKED_MAGIC : MAGIC, "model");
        try {
            var network = JSON.readValue(in.readText(), NetworkSpec.class);
            var preprocessor = Preprocessor.fromJson(in.readText());
            var provenance = JSON.readValue(in.readText(), new TypeReference<LinkedHashMap<String, String>>() {});
            if (!packed) {
                return new TrainedModel(network, preprocessor, WeightsFormat.read(in), provenance);
            }
            var packing = Packings.named(in.readText());
            var weights = PackedWeights.of(network, preprocessor, packing).read(in);
            return new TrainedModel(network, preprocessor, weights, provenance, packing);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The model's specification cannot be read.", e);
        }
    }
}
