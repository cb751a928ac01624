package io.polyphony.benchmarks.accuracy;

import static io.polyphony.benchmarks.accuracy.Figure.atLeast;
import static io.polyphony.benchmarks.accuracy.Figure.atMost;
import static io.polyphony.benchmarks.accuracy.Figure.noWorseThanAlone;
import static io.polyphony.benchmarks.accuracy.Figure.tunedAtLeast;
import static io.polyphony.engine.evaluation.Metrics.ACCURACY;
import static io.polyphony.engine.evaluation.Metrics.BALANCED_ACCURACY;
import static io.polyphony.engine.evaluation.Metrics.IOU;
import static io.polyphony.engine.evaluation.Metrics.MAE;
import static io.polyphony.engine.evaluation.Metrics.ROC_AUC;

import java.util.List;

/** Every data set with what is to be reached on it. A referee is what simple methods reach on exactly these rows. */
final class Challenges {
    static final List<Challenge> ALL = List.of(
            new Challenge(
                    "mnist-tutorial",
                    "mnist",
                    Mnist::load,
                    1,
                    List.of(
                            "image.width=32 width=64 optimizer=rmsprop schedule=constant epochs=10 batch=128 averaging=1 augImage=0 image.dropout=0.25 dropout=0.3"),
                    List.of(atLeast("digit", ACCURACY, 0.990, "LeNet-5 0.9918"))),
            new Challenge(
                    "mnist-best",
                    "mnist",
                    Mnist::load,
                    1,
                    List.of("image.width=32 image.blocks=3 width=128 epochs=12 batch=64 lr=2e-3"),
                    List.of(atLeast("digit", ACCURACY, 0.994, "LeNet-5 0.9918"))),
            new Challenge(
                    "spoken",
                    "fsdd",
                    DataSets::spoken,
                    1,
                    List.of("epochs=40 batch=32 audio.frames=64 audio.width=24"),
                    List.of(
                            atLeast("digit", ACCURACY, 0.985, "SVM 0.980"),
                            atLeast("speaker", ACCURACY, 0.985, "SVM 0.997"))),
            new Challenge(
                    "strangers",
                    "fsdd",
                    DataSets::strangers,
                    1,
                    List.of("epochs=25 batch=32 audio.frames=64 audio.width=24 voices=1"),
                    List.of(atLeast("digit", ACCURACY, 0.75, "SVM 0.715"))),
            new Challenge(
                    "digits",
                    "av_digits",
                    DataSets::digits,
                    4,
                    List.of(
                            "fusion=late epochs=40 batch=32 audio.frames=64 image.width=24",
                            "fusion=concatenation epochs=40 batch=32 audio.frames=64",
                            "fusion=late epochs=40 batch=32 audio.frames=64 image.width=24 weighting=uncertainty image.dropout=0.3",
                            "fusion=late epochs=40 batch=32 audio.frames=64 image=patches image.width=128 image.dropout=0.3"),
                    List.of(
                            atLeast("digit", ACCURACY, 0.985, "SVM 0.973"),
                            atLeast("speaker", ACCURACY, 0.993, "SVM 0.977"),
                            atLeast("writer_group", ACCURACY, 0.70, "SVM 0.710"))),
            new Challenge(
                    "reviews",
                    "womens_reviews",
                    DataSets::reviews,
                    5,
                    List.of(
                            "text=tfidf text.ngrams=2 epochs=15 augText=2 dropout=0.4",
                            "text=mean epochs=20 augText=2 dropout=0.4",
                            "text=gru epochs=15 augText=2 dropout=0.4 text.length=96"),
                    List.of(
                            atLeast("Recommended IND", ROC_AUC, 0.945, "logistic regression 0.943"),
                            atMost("Rating", MAE, 0.49, "ridge 0.612"))),
            new Challenge(
                    "queries",
                    "clinc150",
                    DataSets::queries,
                    1,
                    List.of(
                            "text=tfidf text.ngrams=2 epochs=20 text.length=32 text.dimension=256 width=256",
                            "text=mean text.dimension=128 epochs=30 text.length=32 width=256 dropout=0.3 smoothing=0.05",
                            "text=cnn text.dimension=128 epochs=25 text.length=32 width=256 dropout=0.4 smoothing=0.05"),
                    List.of(
                            atLeast("intent", ACCURACY, 0.91, "SVM 0.909, CNN 0.912"),
                            atLeast("domain", ACCURACY, 0.965, "SVM 0.968"),
                            new Figure(
                                    "scope recall",
                                    0.30,
                                    true,
                                    "CNN 0.189, SVM 0.145",
                                    Figure.recallAtThreshold("scope", BALANCED_ACCURACY)))),
            new Challenge(
                    "buildings",
                    "energy_efficiency",
                    DataSets::buildings,
                    5,
                    List.of("table=realmlp table.width=128 table.depth=3 epochs=200 batch=32 lr=4e-3 dropout=0"),
                    List.of(new Figure(
                            "aRRMSE", 0.10, false, "random forest 0.097", Figure.relativeError(List.of("Y1", "Y2"))))),
            new Challenge(
                    "transformer",
                    "etth1",
                    DataSets::transformer,
                    1,
                    List.of("series=means fusion=sum width=64 epochs=10 lr=1e-3 dropout=0.3 headDropout=0.3 wd=0.1"),
                    List.of(new Figure(
                            "mse",
                            0.385,
                            false,
                            "PatchTST 0.370, NLinear 0.374, ridge 0.385",
                            Figure.meanSquare(List.of("HUFL", "HULL", "MUFL", "MULL", "LUFL", "LULL", "OT"))))),
            new Challenge(
                    "xrays",
                    "covid_cxr",
                    DataSets::xrays,
                    4,
                    List.of("image.size=64 image.blocks=4 epochs=30 batch=16 fusion=gated"),
                    List.of(
                            noWorseThanAlone("finding_group", ROC_AUC),
                            noWorseThanAlone("view", ROC_AUC),
                            noWorseThanAlone("survival", ROC_AUC),
                            noWorseThanAlone("went_icu", ROC_AUC),
                            noWorseThanAlone("intubated", ROC_AUC),
                            noWorseThanAlone("age", MAE))),
            new Challenge(
                    "nuclei",
                    "nuclei",
                    DataSets::nuclei,
                    1,
                    List.of(
                            "image.size=192 image.channels=3 image.light=RELATIVE image.width=16 image.blocks=4 epochs=32 batch=2 lr=2e-3 averaging=1 views=ALL_WAYS"),
                    List.of(
                            tunedAtLeast("mask", IOU, 0.83, "random forest 0.812, Otsu 0.791"),
                            atMost("n_nuclei", MAE, 5, "random forest 5.43"))));

    private Challenges() {}
}
