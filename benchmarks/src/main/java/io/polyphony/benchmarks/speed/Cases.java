package io.polyphony.benchmarks.speed;

import io.polyphony.engine.data.InputSpec;
import io.polyphony.engine.data.Modality;
import io.polyphony.engine.data.TaskSpec;
import io.polyphony.engine.data.TaskType;
import io.polyphony.engine.encoder.EncoderSpec;
import io.polyphony.engine.encoder.FtTransformer;
import io.polyphony.engine.encoder.ImageCnn;
import io.polyphony.engine.encoder.ImageResNet;
import io.polyphony.engine.encoder.MeanEmbedding;
import io.polyphony.engine.encoder.TabularMlp;
import io.polyphony.engine.encoder.TextCnn;
import io.polyphony.engine.encoder.TextRecurrent;
import io.polyphony.engine.encoder.TextTransformer;
import io.polyphony.engine.fusion.Concatenation;
import io.polyphony.engine.head.HeadSpec;
import io.polyphony.engine.layer.Recurrent;
import io.polyphony.engine.network.NetworkSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** The networks that are timed; each stands once more in the referee, under the same name. */
final class Cases {
    private static final InputSpec IMAGE = new InputSpec("image", Modality.IMAGE, List.of("image"));
    private static final InputSpec TEXT = new InputSpec("text", Modality.TEXT, List.of("text"));

    private static final int VOCABULARY = 5000;
    private static final int LENGTH = 64;

    static final Map<String, Supplier<Case>> ALL = all();

    private Cases() {}

    static Case named(String name) {
        var supplier = ALL.get(name);
        if (supplier == null) {
            throw new IllegalArgumentException("There is no case (%s). Maybe one of %s.".formatted(name, ALL.keySet()));
        }
        return supplier.get();
    }

    private static Map<String, Supplier<Case>> all() {
        var cases = new LinkedHashMap<String, Supplier<Case>>();
        cases.put("mlp", Cases::mlp);
        cases.put("mnist-cnn", Cases::cnn);
        cases.put("multi-modal", Cases::multiModal);
        cases.put("gru-text", () -> text("gru-text", recurrent(Recurrent.Kind.GRU)));
        cases.put("lstm-text", () -> text("lstm-text", recurrent(Recurrent.Kind.LSTM)));
        cases.put("text-cnn", () -> text("text-cnn", new TextCnn(VOCABULARY, LENGTH, 64, 64, 0)));
        cases.put(
                "transformer-text", () -> text("transformer-text", new TextTransformer(VOCABULARY, LENGTH, 64, 2, 0)));
        cases.put("resnet-10", Cases::resNet);
        cases.put("ft-transformer", Cases::ftTransformer);
        return cases;
    }

    private static Case mlp() {
        var tasks = IntStream.range(0, 3)
                .mapToObj(k -> new TaskSpec("task" + k, TaskType.MULTICLASS))
                .toList();
        var rows = numbers(new Rows(Case.rows(256, 400)), 32);
        tasks.forEach(task -> rows.classes(task.name(), 3));
        return new Case(
                "mlp",
                network(Map.of(table(32), new TabularMlp(128, 2, 0)), 64, tasks),
                256,
                400,
                rows,
                List.of("table"));
    }

    private static Case cnn() {
        var task = new TaskSpec("digit", TaskType.MULTICLASS);
        var rows = new Rows(Case.rows(128, 20)).pictures("image", 28).classes("digit", 10);
        return new Case(
                "mnist-cnn",
                network(Map.of(IMAGE, new ImageCnn(28, 1, 32, 2, 0)), 64, List.of(task)),
                128,
                20,
                rows,
                List.of());
    }

    private static Case resNet() {
        return resNet("resnet-10", 32, 20);
    }

    /** One that takes hundreds of megabytes. */
    static Case large() {
        return resNet("large", 1024, 1);
    }

    private static Case resNet(String name, int batch, int steps) {
        var task = new TaskSpec("thing", TaskType.MULTICLASS);
        var rows = new Rows(Case.rows(batch, steps)).colours("image", 32).classes("thing", 10);
        var network = network(Map.of(IMAGE, new ImageResNet(32, 3, 16, 1, 0)), 64, List.of(task));
        return new Case(name, network, batch, steps, rows, List.of());
    }

    private static Case ftTransformer() {
        var task = new TaskSpec("kind", TaskType.MULTICLASS);
        var rows = numbers(new Rows(Case.rows(128, 20)), 16).classes("kind", 3);
        var network = network(Map.of(table(16), new FtTransformer(64, 2, 16, 0)), 64, List.of(task));
        return new Case("ft-transformer", network, 128, 20, rows, List.of("table"));
    }

    private static Case multiModal() {
        var tasks = List.of(new TaskSpec("digit", TaskType.MULTICLASS), new TaskSpec("size", TaskType.REGRESSION));
        var rows = numbers(new Rows(Case.rows(64, 40)), 16)
                .pictures("image", 28)
                .words("text", VOCABULARY - 1, LENGTH)
                .classes("digit", 10)
                .numbers("size");
        var encoders = new LinkedHashMap<InputSpec, EncoderSpec>();
        encoders.put(table(16), new TabularMlp(64, 1, 0));
        encoders.put(IMAGE, new ImageCnn(28, 1, 16, 2, 0));
        encoders.put(TEXT, new MeanEmbedding(VOCABULARY, LENGTH, 64, 0));
        return new Case("multi-modal", network(encoders, 128, tasks), 64, 40, rows, List.of("table"));
    }

    private static EncoderSpec recurrent(Recurrent.Kind kind) {
        return new TextRecurrent(kind, VOCABULARY, LENGTH, 64, 64, false, 0);
    }

    private static Case text(String name, EncoderSpec encoder) {
        var task = new TaskSpec("topic", TaskType.MULTICLASS);
        var rows = new Rows(Case.rows(64, 10))
                .words("text", VOCABULARY - 1, LENGTH)
                .classes("topic", 4);
        return new Case(name, network(Map.of(TEXT, encoder), 64, List.of(task)), 64, 10, rows, List.of());
    }

    private static InputSpec table(int columns) {
        return new InputSpec("table", Modality.TABULAR, names(columns));
    }

    private static Rows numbers(Rows rows, int columns) {
        names(columns).forEach(rows::numbers);
        return rows;
    }

    private static List<String> names(int columns) {
        return IntStream.range(0, columns).mapToObj(i -> "x" + i).toList();
    }

    private static NetworkSpec network(
            Map<InputSpec, ? extends EncoderSpec> encoders, int width, List<TaskSpec> tasks) {
        var byName = new LinkedHashMap<String, EncoderSpec>();
        encoders.forEach((input, encoder) -> byName.put(input.name(), encoder));
        return new NetworkSpec(
                new ArrayList<>(encoders.keySet()),
                byName,
                new Concatenation(width, 1, 0, 0),
                tasks,
                new HeadSpec(0, 0));
    }
}
