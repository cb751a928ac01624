package io.polyphony.benchmarks;

import io.polyphony.engine.auxiliary.AutoencoderSpec;
import io.polyphony.engine.auxiliary.AuxiliarySpec;
import io.polyphony.engine.data.AugmentSpec;
import io.polyphony.engine.data.InputSpec;
import io.polyphony.engine.data.Light;
import io.polyphony.engine.data.Mirror;
import io.polyphony.engine.data.Screening;
import io.polyphony.engine.encoder.AudioCnn;
import io.polyphony.engine.encoder.AudioCrnn;
import io.polyphony.engine.encoder.AudioFunctionals;
import io.polyphony.engine.encoder.AudioPatches;
import io.polyphony.engine.encoder.AudioResNet;
import io.polyphony.engine.encoder.EncoderSpec;
import io.polyphony.engine.encoder.FtTransformer;
import io.polyphony.engine.encoder.ImageCnn;
import io.polyphony.engine.encoder.ImagePatches;
import io.polyphony.engine.encoder.ImageResNet;
import io.polyphony.engine.encoder.MeanEmbedding;
import io.polyphony.engine.encoder.ReadOut;
import io.polyphony.engine.encoder.RealMlp;
import io.polyphony.engine.encoder.SeriesLinear;
import io.polyphony.engine.encoder.SeriesMeans;
import io.polyphony.engine.encoder.SeriesTcn;
import io.polyphony.engine.encoder.TabularLinear;
import io.polyphony.engine.encoder.TabularMlp;
import io.polyphony.engine.encoder.TextCnn;
import io.polyphony.engine.encoder.TextRecurrent;
import io.polyphony.engine.encoder.TextTransformer;
import io.polyphony.engine.encoder.TfidfText;
import io.polyphony.engine.fusion.FusionSettings;
import io.polyphony.engine.fusion.FusionSpec;
import io.polyphony.engine.fusion.Fusions;
import io.polyphony.engine.head.Counting;
import io.polyphony.engine.head.HeadSpec;
import io.polyphony.engine.layer.NumberEmbedding;
import io.polyphony.engine.layer.Recurrent;
import io.polyphony.engine.loss.LossSpec;
import io.polyphony.engine.loss.RegressionLoss;
import io.polyphony.engine.network.NetworkSpec;
import io.polyphony.engine.optimizer.AdamW;
import io.polyphony.engine.optimizer.ConstantSchedule;
import io.polyphony.engine.optimizer.CosineSchedule;
import io.polyphony.engine.optimizer.Lion;
import io.polyphony.engine.optimizer.OneCycleSchedule;
import io.polyphony.engine.optimizer.OptimizerSpec;
import io.polyphony.engine.optimizer.PlateauSchedule;
import io.polyphony.engine.optimizer.RmsProp;
import io.polyphony.engine.optimizer.ScheduleSpec;
import io.polyphony.engine.optimizer.Sgd;
import io.polyphony.engine.sharing.SharingSettings;
import io.polyphony.engine.sharing.SharingSpec;
import io.polyphony.engine.sharing.Sharings;
import io.polyphony.engine.training.DescentSpec;
import io.polyphony.engine.training.PaceSpec;
import io.polyphony.engine.training.TrainingSpec;
import io.polyphony.engine.weighting.WeightingSpec;
import io.polyphony.engine.weighting.Weightings;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Settings by name, with defaults; {@code key=value} on the command line changes one. */
public final class Recipe {

    private static final int VOCABULARY = 20_000;
    private static final int RATE = 16_000;

    private final Map<String, String> settings = new TreeMap<>(Map.ofEntries(
            Map.entry("fusion", "concatenation"),
            Map.entry("sharing", "hard"),
            Map.entry("weighting", "equal"),
            Map.entry("unimodal", "0"),
            Map.entry("modulation", "0"),
            Map.entry("autoencoding", "0"),
            Map.entry("width", "128"),
            Map.entry("depth", "1"),
            Map.entry("dropout", "0.2"),
            Map.entry("modalityDropout", "0"),
            Map.entry("head", "0"),
            Map.entry("counting", "DENSITY"),
            Map.entry("headDropout", "0"),
            Map.entry("epochs", "30"),
            Map.entry("patience", "0"),
            Map.entry("batch", "64"),
            Map.entry("lr", "1e-3"),
            Map.entry("wd", "1e-4"),
            Map.entry("optimizer", "adamw"),
            Map.entry("schedule", "cosine"),
            Map.entry("averaging", "0"),
            Map.entry("focus", "0"),
            Map.entry("warmUp", "0.05"),
            Map.entry("clip", "1"),
            Map.entry("smoothing", "0"),
            Map.entry("regression", "ABSOLUTE"),
            Map.entry("augImage", "1"),
            Map.entry("augAudio", "1"),
            Map.entry("voices", "0"),
            Map.entry("augText", "1"),
            Map.entry("table", "mlp"),
            Map.entry("table.columns", "ALL"),
            Map.entry("table.width", "64"),
            Map.entry("table.depth", "1"),
            Map.entry("table.dropout", "0.2"),
            Map.entry("text", "tfidf"),
            Map.entry("text.depth", "1"),
            Map.entry("text.directions", "1"),
            Map.entry("text.dimension", "64"),
            Map.entry("text.dropout", "0.2"),
            Map.entry("text.ngrams", "1"),
            Map.entry("text.length", "256"),
            Map.entry("image", "cnn"),
            Map.entry("image.size", "28"),
            Map.entry("image.channels", "1"),
            Map.entry("image.light", "ABSOLUTE"),
            Map.entry("image.width", "16"),
            Map.entry("image.blocks", "2"),
            Map.entry("image.dropout", "0.1"),
            Map.entry("words", "256"),
            Map.entry("views", "NONE"),
            Map.entry("series", "tcn"),
            Map.entry("series.width", "32"),
            Map.entry("audio", "cnn"),
            Map.entry("audio.mels", "40"),
            Map.entry("audio.frames", "200"),
            Map.entry("audio.width", "16"),
            Map.entry("audio.blocks", "3"),
            Map.entry("audio.dropout", "0.1")));

    public Recipe(String... changes) {
        for (var change : changes) {
            var parts = change.split("=", 2);
            if (parts.length != 2 || settings.put(parts[0], parts[1]) == null) {
                throw new IllegalArgumentException(
                        "There is no setting (%s), only %s.".formatted(change, settings.keySet()));
            }
        }
    }

    public NetworkSpec network(Scenario scenario) {
        var encoders = new LinkedHashMap<String, EncoderSpec>();
        scenario.inputs().forEach(input -> encoders.put(input.name(), encoder(input)));
        var head = new HeadSpec(integer("head"), real("headDropout"), Counting.valueOf(text("counting")));
        return new NetworkSpec(scenario.inputs(), encoders, fusion(), scenario.tasks(), head)
                .sharing(sharing())
                .viewing(Mirror.valueOf(text("views")));
    }

    public TrainingSpec training(long seed) {
        return new TrainingSpec(
                        new PaceSpec(integer("epochs"), integer("batch"), integer("patience"), null),
                        new DescentSpec(optimizer(), schedule(), real("clip"), real("averaging")),
                        weighting(),
                        new LossSpec(
                                real("smoothing"), false, RegressionLoss.valueOf(text("regression")), real("focus")),
                        AugmentSpec.none()
                                .varied(real("augImage"), real("augAudio"), real("augText"), 0)
                                .voiced(real("voices")),
                        seed)
                .beside(beside());
    }

    private AuxiliarySpec beside() {
        var autoencoder = new AutoencoderSpec(AutoencoderSpec.Kind.PLAIN, real("autoencoding"));
        return new AuxiliarySpec(real("unimodal"), real("modulation"), autoencoder);
    }

    private SharingSpec sharing() {
        var settings = new SharingSettings(integer("width"), 1, 4, real("dropout"));
        return Sharings.named(text("sharing")).of(settings);
    }

    private OptimizerSpec optimizer() {
        return switch (text("optimizer")) {
            case "sgd" -> new Sgd(real("lr"), 0.9, real("wd"));
            case "rmsprop" -> new RmsProp(real("lr"), real("wd"));
            case "lion" -> new Lion(real("lr"), real("wd"));
            default -> new AdamW(real("lr"), real("wd"));
        };
    }

    private ScheduleSpec schedule() {
        return switch (text("schedule")) {
            case "constant" -> new ConstantSchedule();
            case "one_cycle" -> new OneCycleSchedule(0.3);
            case "plateau" -> new PlateauSchedule(0.5, 3);
            default -> new CosineSchedule(real("warmUp"));
        };
    }

    private EncoderSpec encoder(InputSpec input) {
        return switch (input.modality()) {
            case TABULAR -> table(integer("table.width"), integer("table.depth"), real("table.dropout"));
            case TEXT -> text(integer("text.length"), integer("text.dimension"), real("text.dropout"));
            case IMAGE -> image(integer("image.size"), integer("image.width"), real("image.dropout"));
            case AUDIO -> audio(integer("audio.mels"), integer("audio.frames"), real("audio.dropout"));
            case SERIES -> series(integer("series.width"), real("dropout"));
        };
    }

    private EncoderSpec table(int width, int depth, double dropout) {
        var columns = Screening.valueOf(text("table.columns"));
        return switch (text("table")) {
            case "linear" -> new TabularLinear(dropout, columns);
            case "realmlp" -> new RealMlp(width, depth, 16, dropout, NumberEmbedding.WAVES, columns);
            case "ft-transformer" -> new FtTransformer(width, depth, 16, dropout, NumberEmbedding.WAVES, columns);
            default -> new TabularMlp(width, depth, dropout, columns);
        };
    }

    private EncoderSpec text(int length, int dimension, double dropout) {
        return switch (text("text")) {
            case "mean" -> new MeanEmbedding(VOCABULARY, length, dimension, dropout);
            case "cnn" -> new TextCnn(VOCABULARY, length, dimension, dimension, dropout);
            case "gru" -> recurrent(Recurrent.Kind.GRU, length, dimension, dropout);
            case "lstm" -> recurrent(Recurrent.Kind.LSTM, length, dimension, dropout);
            case "transformer" -> new TextTransformer(VOCABULARY, length, dimension, integer("text.depth"), dropout);
            default -> new TfidfText(1 << 15, length, integer("text.ngrams"), dimension, dropout);
        };
    }

    private EncoderSpec recurrent(Recurrent.Kind kind, int length, int dimension, double dropout) {
        boolean both = integer("text.directions") == 2;
        return new TextRecurrent(kind, VOCABULARY, length, dimension, dimension, both, dropout);
    }

    private EncoderSpec image(int size, int width, double dropout) {
        int channels = integer("image.channels");
        var light = Light.valueOf(text("image.light"));
        return switch (text("image")) {
            case "resnet10" -> new ImageResNet(size, channels, width, 1, dropout, light, 1, ReadOut.GRID);
            case "resnet18" -> new ImageResNet(size, channels, width, 2, dropout, light, 1, ReadOut.GRID);
            case "patches" -> new ImagePatches(size, channels, light, integer("words"), width, dropout);
            default -> new ImageCnn(size, channels, width, integer("image.blocks"), dropout, light);
        };
    }

    private EncoderSpec series(int width, double dropout) {
        return switch (text("series")) {
            case "linear" -> new SeriesLinear(512, width, dropout);
            case "means" -> new SeriesMeans(512, dropout);
            default -> new SeriesTcn(512, width, 4, dropout);
        };
    }

    private EncoderSpec audio(int mels, int frames, double dropout) {
        int width = integer("audio.width");
        int blocks = integer("audio.blocks");
        return switch (text("audio")) {
            case "resnet10" -> new AudioResNet(mels, frames, RATE, width, 1, dropout);
            case "patches" -> new AudioPatches(mels, frames, RATE, integer("words"), width, dropout);
            case "functionals" -> new AudioFunctionals(mels, RATE, width, dropout);
            case "crnn" -> new AudioCrnn(mels, frames, RATE, width, blocks, 64, dropout);
            default -> new AudioCnn(mels, frames, RATE, width, blocks, dropout);
        };
    }

    private FusionSpec fusion() {
        var settings = new FusionSettings(integer("width"), integer("depth"), real("dropout"), real("modalityDropout"));
        return Fusions.named(text("fusion")).of(settings);
    }

    private WeightingSpec weighting() {
        return Weightings.named(text("weighting")).spec();
    }

    private String text(String name) {
        return settings.getOrDefault(name, "");
    }

    private int integer(String name) {
        return Integer.parseInt(text(name));
    }

    private double real(String name) {
        return Double.parseDouble(text(name));
    }

    /** The seeds of a comma-separated list. */
    static long[] seeds(String list) {
        return Arrays.stream(list.split(",")).mapToLong(Long::parseLong).toArray();
    }
}
