package io.polyphony.benchmarks.search;

import io.polyphony.benchmarks.Scenario;
import io.polyphony.benchmarks.accuracy.DataSets;
import io.polyphony.hpo.space.Parameter;
import io.polyphony.hpo.space.SearchSpace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The searches that are recorded: nine data sets, five modalities, one to three tasks; the names of their parameters are shared where they mean the same. */
final class Recordings {

    private static final Parameter RATE = Parameter.ordinal("lr", 3e-4, 1e-3, 2e-3, 5e-3, 1e-2, 3e-2);
    private static final Parameter DECAY = Parameter.ordinal("wd", 1e-4, 1e-2, 1e-1);
    private static final Parameter BATCH = Parameter.ordinal("batch", 16, 32, 64);
    private static final Parameter WIDTH = Parameter.ordinal("width", 16, 32, 64);
    private static final Parameter DROPOUT = Parameter.ordinal("dropout", 0.0, 0.2, 0.4);
    private static final Parameter OPTIMIZER = Parameter.categorical("optimizer", "adamw", "sgd", "rmsprop");
    private static final Parameter SCHEDULE = Parameter.categorical("schedule", "cosine", "constant", "one_cycle");
    private static final Parameter WEIGHTING = Parameter.categorical("weighting", "equal", "uncertainty", "dwa");
    private static final Parameter FUSION =
            Parameter.categorical("fusion", "average", "concatenation", "gated", "late", "low-rank");

    static final List<Recording> ALL = List.of(
            of("buildings-networks", "energy_efficiency", DataSets::buildings, 240)
                    .with("width=32", "dropout=0")
                    .over(
                            Parameter.categorical("table", "mlp", "realmlp"),
                            RATE,
                            BATCH,
                            Parameter.ordinal("table.width", 16, 32, 64, 128),
                            Parameter.ordinal("table.depth", 1, 2, 3),
                            Parameter.ordinal("table.dropout", 0.0, 0.2).when("table", "mlp")),
            of("buildings-descent", "energy_efficiency", DataSets::buildings, 240)
                    .with("width=32", "table.width=32", "table.depth=2", "dropout=0", "table.dropout=0")
                    .over(RATE, DECAY, BATCH, OPTIMIZER, SCHEDULE, WEIGHTING),
            of("reviews-fused", "womens_reviews", DataSets::reviews, 300)
                    .with("text.length=48", "text.dimension=16", "table.width=32")
                    .over(
                            FUSION,
                            RATE,
                            WIDTH,
                            DROPOUT,
                            Parameter.categorical("text", "tfidf", "mean"),
                            Parameter.ordinal("text.ngrams", 1, 2).when("text", "tfidf")),
            of("reviews-text", "womens_reviews", DataSets::reviews, 300)
                    .only(List.of("text"), List.of("Recommended IND", "Rating"))
                    .with("text.length=32", "width=32")
                    .over(
                            Parameter.categorical("text", "tfidf", "mean", "cnn"),
                            RATE,
                            Parameter.ordinal("text.dimension", 8, 16, 32),
                            DROPOUT,
                            BATCH,
                            Parameter.ordinal("text.ngrams", 1, 2).when("text", "tfidf"),
                            Parameter.ordinal("text.dropout", 0.0, 0.2).when("text", "mean", "cnn")),
            of("queries-domain", "clinc150", DataSets::queries, 400)
                    .only(List.of("text"), List.of("domain", "scope"))
                    .with("text.length=16", "text=mean")
                    .over(RATE, WIDTH, DROPOUT, Parameter.ordinal("text.dimension", 8, 16, 32), DECAY, WEIGHTING),
            of("queries-encoders", "clinc150", DataSets::queries, 400)
                    .only(List.of("text"), List.of("domain"))
                    .with("text.length=12", "width=32")
                    .over(
                            Parameter.categorical("text", "tfidf", "mean", "cnn", "gru"),
                            RATE,
                            Parameter.ordinal("text.dimension", 8, 16, 32),
                            BATCH,
                            Parameter.ordinal("text.dropout", 0.0, 0.2, 0.4).when("text", "mean", "cnn"),
                            Parameter.ordinal("text.directions", 1, 2).when("text", "gru")),
            of("spoken", "fsdd", DataSets::spoken, 120)
                    .with("audio.mels=16", "audio.frames=24", "augAudio=0", "width=32")
                    .over(
                            RATE,
                            BATCH,
                            DROPOUT,
                            Parameter.ordinal("audio.width", 4, 8),
                            Parameter.ordinal("audio.blocks", 1, 2),
                            WEIGHTING),
            of("digits", "av_digits", DataSets::digits, 120)
                    .with("audio.mels=12", "audio.frames=24", "audio.width=4", "audio.blocks=1", "image.size=12")
                    .with("image.width=4", "augAudio=0", "augImage=0", "batch=32")
                    .over(FUSION, RATE, WIDTH, DROPOUT, Parameter.ordinal("modalityDropout", 0.0, 0.2)),
            of("xrays-fused", "covid_cxr", DataSets::xrays, 160)
                    .only(List.of("text", "table"), List.of("finding_group", "view", "age"))
                    .with("text.length=32", "text.dimension=16", "table.width=16")
                    .over(FUSION, RATE, WIDTH, DROPOUT, WEIGHTING),
            of("xrays-images", "covid_cxr", DataSets::xrays, 160)
                    .only(List.of("image"), List.of("finding_group", "view"))
                    .with("image.size=16", "augImage=0", "width=32")
                    .over(
                            RATE,
                            BATCH,
                            Parameter.ordinal("image.width", 4, 8),
                            Parameter.ordinal("image.blocks", 1, 2),
                            DROPOUT,
                            OPTIMIZER),
            of("transformer", "etth1", DataSets::transformer, 120)
                    .only(List.of("past"), List.of("HUFL", "OT"))
                    .with("series=linear", "batch=32")
                    .over(
                            RATE,
                            DROPOUT,
                            Parameter.ordinal("wd", 1e-2, 1e-1),
                            Parameter.ordinal("series.width", 2, 4, 8),
                            SCHEDULE,
                            Parameter.categorical("weighting", "equal", "uncertainty")),
            of("nuclei", "nuclei", DataSets::nuclei, 160)
                    .only(List.of("image"), List.of("n_nuclei"))
                    .with("image.size=16", "augImage=0", "width=32")
                    .over(
                            RATE,
                            BATCH,
                            DROPOUT,
                            Parameter.ordinal("image.width", 4, 8),
                            Parameter.ordinal("image.blocks", 1, 2),
                            Parameter.categorical("optimizer", "adamw", "rmsprop"),
                            Parameter.categorical("schedule", "cosine", "constant")));

    private static Recording of(String name, String folder, DataSet data, int rows) {
        return new Recording(
                name, folder, path -> data.load(path).getFirst(), rows, List.of("epochs=27"), SearchSpace.of());
    }

    @FunctionalInterface
    private interface DataSet {
        List<Scenario> load(Path folder) throws IOException;
    }

    private Recordings() {}
}
