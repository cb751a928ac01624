package io.polyphony.engine.export;

import io.polyphony.engine.data.EncodedRows;
import io.polyphony.engine.data.PlainRows;
import io.polyphony.engine.data.Table;
import io.polyphony.engine.evaluation.Averaging;
import io.polyphony.engine.evaluation.Ensemble;
import io.polyphony.engine.evaluation.TaskPredictions;
import io.polyphony.engine.evaluation.Temperature;
import io.polyphony.engine.evaluation.Thresholds;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * A model to take along: one trained network, or several that answer together. As a file it is a ZIP that any JVM with this
 * engine loads and asks; each network is in it as ONNX as well, for everybody else.
 *
 * <pre>{@code
 * var model = Bundle.read(Files.newInputStream(Path.of("model.zip")));
 * var answers = model.predict(List.of(Map.of("price", 20, "review", "lovely"), Map.of("photo", bytes)));
 * var liked = answers.get("liked");
 * liked.classes().get(liked.predictedClass(0));
 * }</pre>
 */
public final class Bundle {
    private final List<Member> members;
    private final Map<String, Averaging> averaging;
    private final Map<String, Temperature> temperatures;
    private final Map<String, Thresholds> thresholds;
    private final String card;

    /**
     * One network of a model.
     *
     * @param weights its share in the answer by task, above 0 and at most 1; no entry: no say in that task
     */
    public record Member(TrainedModel network, Map<String, Double> weights) {
        public Member {
            weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
        }
    }

    /** Encodes rows once for all networks that read them alike. */
    public static final class Encoder {
        private final Table table;
        private final int[] rows;
        private final Map<String, EncodedRows> encoded = new HashMap<>();

        public Encoder(Table table, int[] rows) {
            this.table = table;
            this.rows = rows.clone();
        }

        /** The rows as this network reads them. */
        public EncodedRows of(TrainedModel network) {
            return encoded.computeIfAbsent(network.preprocessor().toJson(), _ -> network.encode(table, rows));
        }
    }

    /**
     * A model of these networks.
     *
     * @param card what people want to know of it: a JSON object
     */
    public Bundle(List<Member> members, String card) {
        this(members, Map.of(), Map.of(), Map.of(), card);
    }

    private Bundle(
            List<Member> members,
            Map<String, Averaging> averaging,
            Map<String, Temperature> temperatures,
            Map<String, Thresholds> thresholds,
            String card) {
        if (members.isEmpty()) {
            throw new IllegalArgumentException("A bundle needs a network, but none is given.");
        }
        this.members = List.copyOf(members);
        this.averaging = Collections.unmodifiableMap(new LinkedHashMap<>(averaging));
        this.temperatures = Collections.unmodifiableMap(new LinkedHashMap<>(temperatures));
        this.thresholds = Collections.unmodifiableMap(new LinkedHashMap<>(thresholds));
        this.card = card;
    }

    /** The same model at other operating points. */
    public Bundle decided(Map<String, Thresholds> byTask) {
        return new Bundle(members, averaging, temperatures, byTask, card);
    }

    /** The same networks, whose answers become one in these ways. */
    public Bundle averaged(Map<String, Averaging> byTask) {
        return new Bundle(members, byTask, temperatures, thresholds, card);
    }

    /** The same model with probabilities of these temperatures, at operating points that mean these probabilities. */
    public Bundle tempered(Map<String, Temperature> byTask) {
        return new Bundle(members, averaging, byTask, thresholds, card);
    }

    /** The same model of other networks, each with the weights that it has. */
    public Bundle withMembers(List<Member> others) {
        return new Bundle(others, averaging, temperatures, thresholds, card);
    }

    /** The same model with each network exchanged for another that answers the same tasks. */
    public Bundle with(UnaryOperator<TrainedModel> exchange) {
        return withMembers(members.stream()
                .map(member -> new Member(exchange.apply(member.network()), member.weights()))
                .toList());
    }

    /** The same model with another card. */
    public Bundle described(String other) {
        return new Bundle(members, averaging, temperatures, thresholds, other);
    }

    /** A model of a single network. */
    public static Bundle of(TrainedModel network, String card) {
        var weights = new LinkedHashMap<String, Double>();
        network.network().tasks().forEach(task -> weights.put(task.name(), 1.0));
        return new Bundle(List.of(new Member(network, weights)), card);
    }

    /**
     * What these models say together, each as much as any other; averaged, at the temperatures and at the operating points, as the
     * first one is.
     */
    public static Bundle together(List<Bundle> models) {
        if (models.size() == 1) {
            return models.getFirst();
        }
        var members = models.stream()
                .flatMap(model -> model.members.stream())
                .map(member -> {
                    var shares = new LinkedHashMap<>(member.weights());
                    shares.replaceAll((_, weight) -> weight / models.size());
                    return new Member(member.network(), shares);
                })
                .toList();
        return models.getFirst().withMembers(members);
    }

    /**
     * The model of a file.
     *
     * @throws IllegalArgumentException if the bytes are no bundle, damaged, or written by a newer version
     */
    public static Bundle read(InputStream in) throws IOException {
        return BundleFormat.read(in);
    }

    /** Writes the file; the stream is left open. */
    public void write(OutputStream out) throws IOException {
        BundleFormat.write(this, out);
    }

    /** Bytes of the file. */
    public long size() {
        try {
            var counter = new Counter();
            write(counter);
            return counter.bytes;
        } catch (IOException e) {
            throw new UncheckedIOException("Counting bytes reads and writes nothing.", e);
        }
    }

    private static final class Counter extends OutputStream {
        private long bytes;

        @Override
        public void write(int octet) {
            bytes++;
        }

        @Override
        public void write(byte[] block, int from, int count) {
            bytes += count;
        }
    }

    public List<Member> members() {
        return members;
    }

    /** How networks' answers become one, by task; tasks that are left out are answered by the mean. */
    public Map<String, Averaging> averaging() {
        return averaging;
    }

    /** By what networks' answers are made surer or less sure, by task; tasks that are left out say what their networks say. */
    public Map<String, Temperature> temperatures() {
        return temperatures;
    }

    /** The operating points by task; tasks that are left out decide at one half. */
    public Map<String, Thresholds> thresholds() {
        return thresholds;
    }

    /** What people want to know of the model, a JSON object. */
    public String card() {
        return card;
    }

    /** How many numbers all of its networks have learned. */
    public long parameters() {
        return members.stream()
                .map(member -> member.network().weights())
                .mapToLong(weights -> weights.dense().length
                        + weights.tables().stream()
                                .mapToLong(table -> table.length)
                                .sum())
                .sum();
    }

    /**
     * What the model says of rows given as plain values, by task: numbers and texts as they are, pictures and sounds as the
     * bytes of a file; what is null or left out is missing.
     *
     * @throws IllegalArgumentException if a row has an unknown column or a cell of a wrong kind
     */
    public Map<String, TaskPredictions> predict(List<? extends Map<String, ?>> rows) {
        var table = PlainRows.of(members.getFirst().network().preprocessor(), rows);
        return predict(table, IntStream.range(0, rows.size()).toArray());
    }

    /** What the model says of these rows of a table, by task; the truth beside it where the table has it. */
    public Map<String, TaskPredictions> predict(Table table, int[] rows) {
        var encoder = new Encoder(table, rows);
        var said = new ArrayList<Map<String, TaskPredictions>>();
        members.forEach(member -> said.add(member.network().predict(encoder.of(member.network()))));
        return answers(said);
    }

    /**
     * What the model says where its networks say this: their weighted mean or median, at its temperatures, decided at
     * its operating points.
     *
     * @param said by member, in their order, and task
     */
    public Map<String, TaskPredictions> answers(List<Map<String, TaskPredictions>> said) {
        var answers = new LinkedHashMap<String, TaskPredictions>();
        combined(members.stream().map(Member::weights).toList(), said)
                .forEach((task, answer) -> answers.put(
                        task,
                        temperatures
                                .getOrDefault(task, Temperature.NONE)
                                .of(answer)
                                .decided(thresholds.getOrDefault(task, Thresholds.NONE))));
        return answers;
    }

    /**
     * The weighted mean or median, task by task.
     *
     * @param weights by member and task
     * @param said by member, in the same order, and task
     */
    private Map<String, TaskPredictions> combined(
            List<Map<String, Double>> weights, List<Map<String, TaskPredictions>> said) {
        var combined = new LinkedHashMap<String, TaskPredictions>();
        for (var task : said.getFirst().keySet()) {
            var voters = IntStream.range(0, said.size())
                    .filter(i -> weights.get(i).containsKey(task))
                    .toArray();
            var answers = new ArrayList<TaskPredictions>();
            var shares = new double[voters.length];
            for (int i = 0; i < voters.length; i++) {
                answers.add(Objects.requireNonNull(said.get(voters[i]).get(task)));
                shares[i] = Objects.requireNonNull(weights.get(voters[i]).get(task));
            }
            boolean alone = shares.length == 1 && shares[0] == 1;
            var how = averaging.getOrDefault(task, Averaging.MEAN);
            combined.put(task, alone ? answers.getFirst() : new Ensemble(shares, how, Double.NaN).combined(answers));
        }
        return combined;
    }
}
