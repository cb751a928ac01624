package io.polyphony.engine.layer;

import io.polyphony.engine.data.InputLayout;
import io.polyphony.engine.op.Waves;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.program.Initializer;
import io.polyphony.engine.program.Node;
import io.polyphony.engine.tensor.Shape;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The cells of a table's row: numbers [batch, n] and codes [batch, columns], each if the table has any; bins of numbers where they were made. */
public final class Cells {
    private static final double FREQUENCY = 0.3;
    private final String name;
    private final @Nullable Node numbers;
    private final @Nullable Node codes;
    private final int[] cardinalities;
    private final @Nullable Node bins;

    private Cells(String name, @Nullable Node numbers, @Nullable Node codes, int[] cardinalities, @Nullable Node bins) {
        this.name = name;
        this.numbers = numbers;
        this.codes = codes;
        this.cardinalities = cardinalities;
        this.bins = bins;
    }

    public static Cells of(Graph graph, InputLayout layout) {
        var numbers = layout.blocks().get(InputLayout.NUMBERS);
        var codes = layout.blocks().get(InputLayout.CODES);
        var bins = layout.blocks().get(InputLayout.BINS);
        return new Cells(
                layout.input(),
                numbers == null ? null : graph.input(layout.qualified(InputLayout.NUMBERS), numbers.shape()),
                codes == null ? null : graph.codes(layout.qualified(InputLayout.CODES), codes.size()),
                codes == null ? new int[0] : codes.cardinalities(),
                bins == null ? null : graph.input(layout.qualified(InputLayout.BINS), bins.shape()));
    }

    /** The numbers [batch, n], or none. */
    public List<Node> numbers() {
        return Optional.ofNullable(numbers).stream().toList();
    }

    /** How far numbers reach into their bins, [batch, numbers without bits, bins]. */
    Node bins() {
        return Objects.requireNonNull(bins, "numbers were not binned");
    }

    /** Learned waves of every number, [batch, n, count]. */
    Node waves(Graph graph, Node of, int count) {
        var shape = Shape.of(of.shape().last(), count);
        var frequencies = graph.parameter(name + ".frequencies", shape, Initializer.normal(FREQUENCY), false);
        var phases = graph.parameter(name + ".phases", shape, Initializer.normal(FREQUENCY), false);
        return graph.apply(new Waves(), of, frequencies, phases);
    }

    /** Embedded categories, each [batch, its own width]. */
    public List<Node> categories(Graph graph) {
        return codes == null ? List.of() : Columns.of(graph, name, codes, cardinalities);
    }

    /** Embedded categories of one width, each [batch, width]. */
    public List<Node> categories(Graph graph, int width) {
        return codes == null ? List.of() : Columns.of(graph, name, codes, cardinalities, width);
    }
}
