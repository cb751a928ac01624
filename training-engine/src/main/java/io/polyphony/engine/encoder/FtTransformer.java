package io.polyphony.engine.encoder;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.polyphony.engine.data.FeaturizerSpec;
import io.polyphony.engine.data.InputLayout;
import io.polyphony.engine.data.TabularFeatures;
import io.polyphony.engine.layer.Cells;
import io.polyphony.engine.layer.Learned;
import io.polyphony.engine.layer.Members;
import io.polyphony.engine.layer.Normalised;
import io.polyphony.engine.layer.NumberEmbedding;
import io.polyphony.engine.layer.Tokens;
import io.polyphony.engine.layer.TransformerBlock;
import io.polyphony.engine.op.Member;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.program.Node;
import io.polyphony.engine.tensor.Check;
import java.util.ArrayList;
import java.util.Objects;

/**
 * One token per cell of a row (Gorishniy 2021, arXiv:2106.11959): of a number x_j it is b_j + x_j W_j, or the same of all that is
 * seen of it (Gorishniy 2022), of a category its vector and b_j. All attend to each other, and what a free token has gathered,
 * normalised, is the embedding. Layers are those of {@link TransformerBlock}: smoothly bent where the paper's have gates (ReGLU),
 * and normalised also before the first attention.
 *
 * @param width length of a token and of the embedding, 1..1024
 * @param depth layers, 1..12
 * @param waves per number, 1..256
 * @param dropout share of what a layer adds that is dropped in training, 0..0.9
 * @param numbers what is seen of numbers
 * @param own whether each number has a map W_j of its own; false in networks stored when one map read all numbers
 */
public record FtTransformer(int width, int depth, int waves, double dropout, NumberEmbedding numbers, boolean own)
        implements Sequenced {
    @JsonCreator
    public FtTransformer {
        // Networks made before there was a choice have waves.
        numbers = Objects.requireNonNullElse(numbers, NumberEmbedding.WAVES);
        Check.range("width", width, 1, 1024);
        Check.range("depth", depth, 1, 12);
        Check.range("waves", waves, 1, 256);
        Check.range("dropout", dropout, 0, 0.9);
    }

    /** With waves. */
    public FtTransformer(int width, int depth, int waves, double dropout) {
        this(width, depth, waves, dropout, NumberEmbedding.WAVES);
    }

    /** As in the paper. */
    public FtTransformer(int width, int depth, int waves, double dropout, NumberEmbedding numbers) {
        this(width, depth, waves, dropout, numbers, true);
    }

    @Override
    public FeaturizerSpec featurizer() {
        return TabularFeatures.of(numbers == NumberEmbedding.BINS);
    }

    @Override
    public Sequence sequence(Graph graph, InputLayout layout) {
        var name = layout.input();
        var cells = Cells.of(graph, layout);
        var parts = new ArrayList<Node>();
        parts.add(Learned.members(graph, name + ".free", 1, width));
        parts.addAll(numbers.tokens(graph, cells, name, waves, width, own));
        parts.addAll(cells.categories(graph, width));
        var tokens = Learned.added(graph, name + ".columns", Members.joined(graph, parts.toArray(Node[]::new)));
        var cellsAndFree = Tokens.all(graph, tokens);
        var block = new TransformerBlock(TransformerBlock.heads(width), dropout);
        for (int layer = 0; layer < depth; layer++) {
            tokens = block.self(graph, name + ".layer" + layer, tokens, cellsAndFree.mask());
        }
        return new Sequence(
                Normalised.of(graph, name + ".gathered", graph.apply(new Member(0), tokens)),
                cellsAndFree.with(tokens));
    }
}
