package io.polyphony.engine.explanation;

import io.polyphony.engine.data.Block;
import io.polyphony.engine.data.EncodedRows;
import io.polyphony.engine.data.Featurizer;
import io.polyphony.engine.data.InputLayout;
import io.polyphony.engine.data.Table;
import io.polyphony.engine.evaluation.Temperature;
import io.polyphony.engine.export.TrainedModel;
import io.polyphony.engine.network.Forward;
import io.polyphony.engine.network.NetworkGraph;
import io.polyphony.engine.network.NetworkInputs;
import io.polyphony.engine.network.TaskWidths;
import io.polyphony.engine.network.Variation;
import io.polyphony.engine.program.Cut;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.program.Node;
import io.polyphony.engine.program.Program;
import io.polyphony.engine.tensor.Device;
import io.polyphony.engine.tensor.Precision;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Explains what a network says of one row by integrated gradients: the mean gradient on the straight path from a row that
 * tells nothing to this one, times the way. Only so do the shares add up to the difference that the row makes, and what the
 * network does not look at gets none.
 */
public final class RowExplainer {
    private static final int BATCH = 32;
    /** What draws holds maps as large as the picture for every row of a batch. */
    private static final int DRAWN = 4;

    private final TrainedModel model;
    private final Table table;
    private final int place;
    private final Temperature temperature;
    private final EncodedRows row;
    private final Map<String, InputLayout> layouts;
    private final Map<String, Integer> widths;

    private RowExplainer(TrainedModel model, Table table, int place, Temperature temperature) {
        this.model = model;
        this.table = table;
        this.place = place;
        this.temperature = temperature;
        this.row = model.encode(table, new int[] {place});
        this.layouts = model.preprocessor().layouts();
        this.widths = TaskWidths.of(model.network(), model.preprocessor());
    }

    /**
     * Explains one number of what the network says of a row.
     *
     * @param temperature at which its probabilities are said
     * @throws IllegalArgumentException if the network has no such task, or the task no such output
     */
    public static RowExplanation explain(
            TrainedModel model, Table table, int row, Question question, Temperature temperature) {
        return new RowExplainer(model, table, row, temperature).explain(question);
    }

    private RowExplanation explain(Question question) {
        var codec = model.preprocessor().codec(question.task());
        var voice = Voice.of(codec, temperature);
        var graph = graph(1);
        var openings = Opening.of(graph);
        openings.forEach(opening -> graph.output(opening.name(), opening.result()));
        try (var whole = Program.compile(graph, false, Device.cpu(), Precision.FLOAT)) {
            model.weights().writeTo(whole.parameters());
            var inputs = new NetworkInputs(model.network(), layouts, whole, 1, Variation.NONE);
            var said = new Forward(whole, inputs, widths, 1).outputs(row.inputs(), 1);
            var target = Target.of(codec, question, voice.answer(Objects.requireNonNull(said.get(question.task())), 0));
            var ends = ends(openings, whole);
            try (var path = new Path(model, open(ends), whole.parameters(), row, ends, widths, voice, target)) {
                return walk(path, target, new Sharing(openings, whole, ends));
            }
        }
    }

    private Graph graph(int batch) {
        return NetworkGraph.of(model.network(), layouts, widths, batch);
    }

    /** The network from where it is smooth, with its gradients there. */
    private Graph open(Map<String, Path.Ends> ends) {
        boolean draws =
                model.network().tasks().stream().anyMatch(task -> task.type().onPictures());
        var graph = graph(draws ? DRAWN : BATCH);
        var inputs = new LinkedHashMap<String, Node.Result>();
        Opening.of(graph).forEach(opening -> inputs.put(opening.name(), opening.result()));
        var cut = Cut.of(graph, inputs);
        ends.keySet().forEach(cut::watch);
        return cut;
    }

    /** The path leads through the row's real numbers, and through the vectors of its codes. */
    private Map<String, Path.Ends> ends(List<Opening> openings, Program whole) {
        var ends = new LinkedHashMap<String, Path.Ends>();
        row.inputs()
                .forEach((input, features) -> features.blocks().forEach((block, numbers) -> {
                    var name = layout(input).qualified(block);
                    if (numbers instanceof Block.Dense(var _, var values)
                            && !block.equals(InputLayout.WEIGHTS)
                            && whole.reads(name)) {
                        boolean there = features.present()[0];
                        var silent = there ? featurizer(input).silent().get(block) : null;
                        ends.put(name, new Path.Ends(silent == null ? new float[values.length] : silent, values));
                    }
                }));
        for (var opening : openings) {
            var vectors = whole.output(opening.name()).floats();
            ends.put(opening.name(), new Path.Ends(opening.baseline(whole), vectors));
        }
        return ends;
    }

    private RowExplanation walk(Path path, Target target, Sharing sharing) {
        var partition = Partition.of(path);
        var slopes = path.slopes(partition.middles(), partition.widths());
        var inputs = new ArrayList<Attribution>();
        for (var input : model.network().inputs()) {
            inputs.add(attribution(input.name(), sharing, slopes));
        }
        double shared = inputs.stream().mapToDouble(Attribution::total).sum();
        double gap = shared - (partition.last() - partition.first());
        return new RowExplanation(
                target.task(), target.name(), partition.last(), partition.first(), gap, partition.parts(), inputs);
    }

    private Attribution attribution(String input, Sharing sharing, Map<String, double[]> slopes) {
        var features = Objects.requireNonNull(row.inputs().get(input));
        if (!features.present()[0]) {
            return new Attribution.Whole(input, 0);
        }
        var shares = sharing.blocks(layout(input), slopes);
        return Attributions.of(input, featurizer(input).reading(table, place), features, layout(input), shares);
    }

    private InputLayout layout(String input) {
        return Objects.requireNonNull(layouts.get(input));
    }

    private Featurizer featurizer(String input) {
        return Objects.requireNonNull(model.preprocessor().featurizers().get(input));
    }
}
