package io.polyphony.engine.training;

import io.polyphony.engine.data.AugmentSpec;
import io.polyphony.engine.data.Column;
import io.polyphony.engine.data.EncodedRows;
import io.polyphony.engine.data.FeaturizerSpec;
import io.polyphony.engine.data.InputSpec;
import io.polyphony.engine.data.Modality;
import io.polyphony.engine.data.Preprocessor;
import io.polyphony.engine.data.Samples;
import io.polyphony.engine.data.Table;
import io.polyphony.engine.data.TaskSpec;
import io.polyphony.engine.data.TaskType;
import io.polyphony.engine.encoder.AudioCnn;
import io.polyphony.engine.encoder.EncoderSpec;
import io.polyphony.engine.encoder.ImageCnn;
import io.polyphony.engine.encoder.MeanEmbedding;
import io.polyphony.engine.encoder.TabularMlp;
import io.polyphony.engine.encoder.TfidfText;
import io.polyphony.engine.fusion.FusionSpec;
import io.polyphony.engine.head.HeadSpec;
import io.polyphony.engine.loss.LossSpec;
import io.polyphony.engine.loss.RegressionLoss;
import io.polyphony.engine.network.NetworkSpec;
import io.polyphony.engine.optimizer.AdamW;
import io.polyphony.engine.optimizer.CosineSchedule;
import io.polyphony.engine.weighting.WeightingSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A small world to train on: three instruments that show in a text, in numbers and categories, in a picture and in a
 * sound, each with gaps; to be told are the instrument, whether it is loud, and its pitch.
 */
public final class Orchestra {
    public static final int TRAIN = 96;
    public static final int ROWS = 144;
    private static final String[][] WORDS = {
        {"bow", "string", "rosin"}, {"reed", "breath", "key"}, {"skin", "stick", "roll"}
    };
    public final Table table;
    public final Map<String, EncoderSpec> encoders = new LinkedHashMap<>();
    private final List<InputSpec> inputs = List.of(
            new InputSpec("table", Modality.TABULAR, List.of("weight", "price", "maker")),
            new InputSpec("words", Modality.TEXT, List.of("text")),
            new InputSpec("terms", Modality.TEXT, List.of("text")),
            new InputSpec("picture", Modality.IMAGE, List.of("image")),
            new InputSpec("sound", Modality.AUDIO, List.of("audio")));
    private final List<TaskSpec> tasks = List.of(
            new TaskSpec("instrument", TaskType.MULTICLASS),
            new TaskSpec("loud", TaskType.BINARY),
            new TaskSpec("pitch", TaskType.REGRESSION));

    public Orchestra() {
        table = Samples.table(columns(new SplittableRandom(11)));
        encoders.put("table", new TabularMlp(16, 1, 0.1));
        encoders.put("words", new MeanEmbedding(64, 8, 8, 0.1));
        encoders.put("terms", new TfidfText(256, 8, 2, 8, 0));
        encoders.put("picture", new ImageCnn(8, 1, 4, 2, 0));
        encoders.put("sound", new AudioCnn(8, 16, 8000, 4, 2, 0.1));
    }

    /** A network over the named inputs. */
    public NetworkSpec network(FusionSpec fusion, String... names) {
        var chosen = inputs.stream()
                .filter(input -> List.of(names).contains(input.name()))
                .toList();
        var theirs = new LinkedHashMap<>(encoders);
        theirs.keySet().retainAll(List.of(names));
        return new NetworkSpec(chosen, theirs, fusion, tasks, new HeadSpec(0, 0.1));
    }

    public static String[] everything() {
        return new String[] {"table", "words", "terms", "picture", "sound"};
    }

    public static TrainingSpec training(int epochs, WeightingSpec weighting, long seed) {
        return new TrainingSpec(
                PaceSpec.of(epochs, 20),
                DescentSpec.of(new AdamW(0.02, 1e-3), new CosineSchedule(0.05)).clipped(1),
                weighting,
                new LossSpec(0.02, true, RegressionLoss.HUBER, 0),
                AugmentSpec.none().varied(0.5, 0.5, 0.5, 0.5),
                seed);
    }

    public Preprocessor fit(NetworkSpec network) {
        return fit(network, trainRows());
    }

    /** Fitted on these rows. */
    Preprocessor fit(NetworkSpec network, int[] rows) {
        var features = new LinkedHashMap<String, FeaturizerSpec>();
        network.encoders().forEach((input, encoder) -> features.put(input, encoder.featurizer()));
        return Preprocessor.fit(table, rows, network.inputs(), features, network.tasks());
    }

    public Trainer trainer(NetworkSpec network, TrainingSpec spec) {
        var preprocessor = fit(network);
        return new Trainer(network, spec, preprocessor, train(preprocessor), validation(preprocessor));
    }

    public EncodedRows train(Preprocessor preprocessor) {
        return preprocessor.encode(table, trainRows());
    }

    public EncodedRows validation(Preprocessor preprocessor) {
        return preprocessor.encode(table, validationRows());
    }

    public int[] validationRows() {
        return IntStream.range(TRAIN, ROWS).toArray();
    }

    private static int[] trainRows() {
        return IntStream.range(0, TRAIN).toArray();
    }

    private static Map<String, Column> columns(SplittableRandom random) {
        var weight = new double[ROWS];
        var price = new double[ROWS];
        var pitch = new double[ROWS];
        var maker = new @Nullable String[ROWS];
        var text = new @Nullable String[ROWS];
        var loud = new @Nullable String[ROWS];
        var instrument = new @Nullable String[ROWS];
        var images = new byte[ROWS][];
        var sounds = new byte[ROWS][];
        for (int row = 0; row < ROWS; row++) {
            int kind = random.nextInt(3);
            boolean noisy = random.nextBoolean();
            double hertz = 300 + 700 * kind + 100 * random.nextDouble();
            weight[row] = random.nextInt(10) == 0 ? Double.NaN : kind * 2 + random.nextGaussian();
            price[row] = (noisy ? 3 : 0) + random.nextGaussian();
            pitch[row] = random.nextInt(12) == 0 ? Double.NaN : hertz;
            maker[row] = random.nextInt(10) == 0 ? null : "maker" + (kind + (random.nextInt(4) == 0 ? 1 : 0)) % 3;
            text[row] = random.nextInt(8) == 0 ? null : words(kind, noisy, random);
            loud[row] = random.nextInt(15) == 0 ? null : noisy ? "yes" : "no";
            instrument[row] = random.nextInt(15) == 0 ? null : "kind" + kind;
            images[row] = random.nextInt(8) == 0 ? Samples.NO_FILE : image(kind, random);
            sounds[row] =
                    random.nextInt(8) == 0 ? Samples.NO_FILE : Samples.wav(8000, 16, 1, Samples.sine(8000, hertz, 0.2));
        }
        var columns = new LinkedHashMap<String, Column>();
        columns.put("weight", Samples.numbers(weight));
        columns.put("price", Samples.numbers(price));
        columns.put("maker", Samples.texts(maker));
        columns.put("text", Samples.texts(text));
        columns.put("image", Samples.files(images));
        columns.put("audio", Samples.files(sounds));
        columns.put("pitch", Samples.numbers(pitch));
        columns.put("loud", Samples.texts(loud));
        columns.put("instrument", Samples.texts(instrument));
        return columns;
    }

    private static String words(int kind, boolean noisy, SplittableRandom random) {
        return "a " + WORDS[kind][random.nextInt(3)] + " and " + (noisy ? "loud" : "soft") + " "
                + WORDS[kind][random.nextInt(3)];
    }

    /** Level stripes, upright stripes, or a checkerboard. */
    private static byte[] image(int kind, SplittableRandom random) {
        int shade = 100 + random.nextInt(100);
        return Samples.greyPng(8, 8, i -> switch (kind) {
            case 0 -> i / 8 % 2 * shade;
            case 1 -> i % 2 * shade;
            default -> (i / 8 + i) % 2 * shade;
        });
    }
}
