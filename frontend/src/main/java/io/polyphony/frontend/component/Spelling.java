package io.polyphony.frontend.component;

import java.util.Map;

/** How the field writes its names, where that is not what a machine would make of them. */
final class Spelling {
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("film", "FiLM"),
            Map.entry("famo", "FAMO"),
            Map.entry("dwa", "DWA"),
            Map.entry("stch", "STCH"),
            Map.entry("gls", "GLS"),
            Map.entry("rlw", "RLW"),
            Map.entry("imtl-l", "IMTL-L"),
            Map.entry("imtl-g", "IMTL-G"),
            Map.entry("gradnorm", "GradNorm"),
            Map.entry("pcgrad", "PCGrad"),
            Map.entry("cagrad", "CAGrad"),
            Map.entry("mgda", "MGDA"),
            Map.entry("nash-mtl", "Nash-MTL"),
            Map.entry("aligned-mtl", "Aligned-MTL"),
            Map.entry("db-mtl", "DB-MTL"),
            Map.entry("mlp", "MLP"),
            Map.entry("realmlp", "RealMLP"),
            Map.entry("ft-transformer", "FT-Transformer"),
            Map.entry("tfidf", "TF-IDF"),
            Map.entry("cnn", "CNN"),
            Map.entry("crnn", "CRNN"),
            Map.entry("tcn", "TCN"),
            Map.entry("gru", "GRU"),
            Map.entry("lstm", "LSTM"),
            Map.entry("resnet", "ResNet"),
            Map.entry("resnet10", "ResNet-10"),
            Map.entry("resnet18", "ResNet-18"));

    private Spelling() {}

    /** The name as people write it, or what was given where nothing better is known. */
    static String of(String name, String otherwise) {
        return NAMES.getOrDefault(name, otherwise);
    }
}
