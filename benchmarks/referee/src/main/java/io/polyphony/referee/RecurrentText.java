package io.polyphony.referee;

import java.util.function.UnaryOperator;
import org.bytedeco.pytorch.EmbeddingImpl;
import org.bytedeco.pytorch.GRUImpl;
import org.bytedeco.pytorch.GRUOptions;
import org.bytedeco.pytorch.LSTMImpl;
import org.bytedeco.pytorch.LSTMOptions;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** A recurrent layer over the word vectors: its last state and the largest of every unit. */
final class RecurrentText implements Encoder {
    private final Words words;
    private final long units;
    private final boolean gru;
    private EmbeddingImpl vectors = new EmbeddingImpl(1, 1);
    private UnaryOperator<Tensor> layer = UnaryOperator.identity();

    RecurrentText(Words words, long units, boolean gru) {
        this.words = words;
        this.units = units;
        this.gru = gru;
    }

    @Override
    public Tensor rows(long count) {
        return words.rows(count);
    }

    @Override
    public long build(Module network) {
        vectors = words.build(network);
        layer = gru ? gru(network) : lstm(network);
        return 2 * units;
    }

    private UnaryOperator<Tensor> gru(Module network) {
        var options = new GRUOptions(words.dimension(), units);
        options.batch_first().put(true);
        var made = network.register_module("gru", new GRUImpl(options));
        return x -> made.forward(x).get0();
    }

    private UnaryOperator<Tensor> lstm(Module network) {
        var options = new LSTMOptions(words.dimension(), units);
        options.batch_first().put(true);
        var made = network.register_module("lstm", new LSTMImpl(options));
        return x -> made.forward(x).get0();
    }

    @Override
    public Tensor forward(Tensor rows) {
        var states = layer.apply(vectors.forward(rows));
        var parts = new TensorVector();
        parts.push_back(states.select(1, words.length() - 1));
        parts.push_back(states.amax(new long[] {1}, false));
        return torch.cat(parts, 1);
    }
}
