package io.polyphony.referee;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.pytorch.Conv1dImpl;
import org.bytedeco.pytorch.Conv1dOptions;
import org.bytedeco.pytorch.EmbeddingImpl;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** Convolutions over three, four and five word vectors, and the largest answer of each filter. */
final class ConvolvedText implements Encoder {
    private static final List<Integer> WORDS = List.of(3, 4, 5);
    private final Words words;
    private final long filters;
    private EmbeddingImpl vectors = new EmbeddingImpl(1, 1);
    private final List<Conv1dImpl> convolutions = new ArrayList<>();

    ConvolvedText(Words words, long filters) {
        this.words = words;
        this.filters = filters;
    }

    @Override
    public Tensor rows(long count) {
        return words.rows(count);
    }

    @Override
    public long build(Module network) {
        vectors = words.build(network);
        for (int width : WORDS) {
            var options = new Conv1dOptions(words.dimension(), filters, new LongPointer(new long[] {width}));
            convolutions.add(network.register_module("over" + width, new Conv1dImpl(options)));
        }
        return WORDS.size() * filters;
    }

    @Override
    public Tensor forward(Tensor rows) {
        var lines = vectors.forward(rows).transpose(1, 2);
        var parts = new TensorVector();
        for (var convolution : convolutions) {
            parts.push_back(convolution.forward(lines).amax(new long[] {2}, false));
        }
        return torch.relu(torch.cat(parts, 1));
    }
}
