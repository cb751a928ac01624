package io.polyphony.engine.encoder;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.polyphony.engine.data.FeaturizerSpec;
import io.polyphony.engine.data.InputLayout;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.program.Node;

/**
 * One way of turning an input into an embedding, a row of numbers per row of data. To add an encoder: one record in this
 * package, its name here and its line among those that are permitted, one test.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @Type(name = "tabular-mlp", value = TabularMlp.class),
    @Type(name = "tabular-linear", value = TabularLinear.class),
    @Type(name = "mean-embedding", value = MeanEmbedding.class),
    @Type(name = "tfidf", value = TfidfText.class),
    @Type(name = "image-cnn", value = ImageCnn.class),
    @Type(name = "audio-cnn", value = AudioCnn.class),
    @Type(name = "text-cnn", value = TextCnn.class),
    @Type(name = "text-recurrent", value = TextRecurrent.class),
    @Type(name = "text-transformer", value = TextTransformer.class),
    @Type(name = "image-resnet", value = ImageResNet.class),
    @Type(name = "audio-resnet", value = AudioResNet.class),
    @Type(name = "audio-crnn", value = AudioCrnn.class),
    @Type(name = "real-mlp", value = RealMlp.class),
    @Type(name = "ft-transformer", value = FtTransformer.class),
    @Type(name = "series-vector", value = SeriesVector.class),
    @Type(name = "series-tcn", value = SeriesTcn.class),
    @Type(name = "series-resnet", value = SeriesResNet.class),
    @Type(name = "series-recurrent", value = SeriesRecurrent.class),
    @Type(name = "series-transformer", value = SeriesTransformer.class),
    @Type(name = "series-linear", value = SeriesLinear.class),
    @Type(name = "series-means", value = SeriesMeans.class),
    @Type(name = "mini-rocket", value = MiniRocket.class),
    @Type(name = "tabular-rocket", value = TabularRocket.class),
    @Type(name = "image-patches", value = ImagePatches.class),
    @Type(name = "audio-patches", value = AudioPatches.class),
    @Type(name = "audio-functionals", value = AudioFunctionals.class),
    @Type(name = "frozen", value = FrozenEncoder.class)
})
public sealed interface EncoderSpec
        permits TabularMlp,
                TabularLinear,
                MeanEmbedding,
                TfidfText,
                RealMlp,
                SeriesVector,
                SeriesLinear,
                SeriesMeans,
                MiniRocket,
                TabularRocket,
                ImagePatches,
                AudioPatches,
                AudioFunctionals,
                FrozenEncoder,
                Sequenced,
                Staged {

    /** How the raw columns become the blocks that this encoder reads. */
    FeaturizerSpec featurizer();

    /**
     * Adds the encoder to a graph.
     *
     * @return the embedding [batch, any width]
     */
    Node build(Graph graph, InputLayout layout);
}
