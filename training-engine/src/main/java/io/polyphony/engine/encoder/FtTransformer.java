package io.polyphony.engine.encoder;

import io.polyphony.engine.data.FeaturizerSpec;
import io.polyphony.engine.data.InputLayout;
import io.polyphony.engine.data.Screening;
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
 * One token per cell of a row (Gorishniy 2021), numbers by their value and what else is seen of them; all attend to each other, and
 * what a free token has gathered is the embedding.
 *
 * @param width length of a token and of the embedding, 1..1024
 * @param depth layers, 1..12
 * @param waves per number, 1..256
 * @param dropout share of what a layer adds that is dropped in training, 0..0.9
 * @param numbers what is seen of numbers
 * @param screening which columns it sees
 */
public record FtTransformer(int width, int depth, int waves, double dropout, NumberEmbedding numbers, Screening screening)
        implements Sequenced {
    public FtTransformer {
        // Networks made before there was a choice see all columns.
        screening = Objects.requireNonNullElse(screening, Screening.ALL);
        // Networks made before there was a choice have waves.
        numbers = Objects.requireNonNullElse(numbers, NumberEmbedding.WAVES);
        Check.range("width", width, 1, 1024);
        Check.range("depth", depth, 1, 12);
        Check.range("waves", waves, 1, 256);
        Check.range("dropout", dropout, 0, 0.9);
    }

    /** Of all columns. */
    public FtTransformer(int width, int depth, int waves, double dropout, NumberEmbedding numbers) {
        this(width, depth, waves, dropout, numbers, Screening.ALL);
    }

    /** With waves, of all columns. */
    public FtTransformer(int width, int depth, int waves, double dropout) {
        this(width, depth, waves, dropout, NumberEmbedding.WAVES);
    }

    @Override
    public FeaturizerSpec featurizer() {
        return TabularFeatures.of(numbers == NumberEmbedding.BINS, screening);
    }

    @Override
    public Sequence sequence(Graph graph, InputLayout layout) {
        var name = layout.input();
        var cells = Cells.of(graph, layout);
        var parts = new ArrayList<Node>();
        parts.add(Learned.members(graph, name + ".free", 1, width));
        parts.addAll(numbers.tokens(graph, cells, name, waves, width));
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
