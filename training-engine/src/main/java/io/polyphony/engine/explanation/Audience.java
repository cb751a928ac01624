package io.polyphony.engine.explanation;

import io.polyphony.engine.data.EncodedRows;
import io.polyphony.engine.data.InputFeatures;
import io.polyphony.engine.data.Table;
import io.polyphony.engine.evaluation.TaskPredictions;
import io.polyphony.engine.export.Bundle;
import io.polyphony.engine.export.TrainedModel;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A model asked about the same rows again and again, each time with something changed. */
final class Audience {
    private final Bundle model;
    private final Table table;
    private final int[] rows;
    private final Bundle.Encoder encoder;

    Audience(Bundle model, Table table, int[] rows) {
        this.model = model;
        this.table = table;
        this.rows = rows;
        this.encoder = new Bundle.Encoder(table, rows);
    }

    /** How a network's rows are changed before it is asked. */
    private interface Change {
        EncodedRows of(TrainedModel network, EncodedRows rows);
    }

    private Map<String, TaskPredictions> ask(Change change) {
        var said = new ArrayList<Map<String, TaskPredictions>>();
        for (var member : model.members()) {
            said.add(member.network().predict(change.of(member.network(), encoder.of(member.network()))));
        }
        return model.answers(said);
    }

    /** What the model says with only these inputs there. */
    Map<String, TaskPredictions> with(List<String> inputs) {
        return ask((network, encoded) -> {
            var there = new LinkedHashMap<>(encoded.inputs());
            there.keySet().retainAll(inputs);
            return new EncodedRows(encoded.rows(), there, encoded.labels());
        });
    }

    /** What it says with a column's cells shuffled. */
    Map<String, TaskPredictions> shuffled(String column, int[] order) {
        return ask((network, encoded) -> {
            var changed = new LinkedHashMap<>(encoded.inputs());
            for (var input : network.preprocessor().inputs()) {
                if (input.columns().equals(List.of(column))) {
                    changed.computeIfPresent(input.name(), (_, features) -> features.select(order));
                } else if (input.columns().contains(column)) {
                    changed.put(input.name(), reread(network, input.name(), column, order));
                }
            }
            return new EncodedRows(encoded.rows(), changed, encoded.labels());
        });
    }

    private InputFeatures reread(TrainedModel network, String input, String column, int[] order) {
        var featurizer =
                Objects.requireNonNull(network.preprocessor().featurizers().get(input));
        return featurizer.apply(new Shuffled(table, column, rows, order), rows);
    }

    /**
     * How the members' fusions listen to the inputs.
     *
     * @param means each input's mean weight; empty if a member has no such weights
     * @param how null if members differ in it, or none has any
     */
    record Listened(Map<String, Double> means, Explanation.@Nullable Listening how) {}

    /** By gates, or where a fusion attends, by its attention. */
    Listened listened() {
        var sums = new LinkedHashMap<String, Double>();
        var ways = EnumSet.noneOf(Explanation.Listening.class);
        for (var member : model.members()) {
            var rows = encoder.of(member.network());
            var gates = new Gates(member.network()).means(rows);
            var means = gates.isEmpty() ? new Attentions(member.network()).means(rows) : gates;
            if (means.isEmpty()) {
                return new Listened(Map.of(), null);
            }
            ways.add(gates.isEmpty() ? Explanation.Listening.ATTENTION : Explanation.Listening.GATE);
            means.forEach(
                    (input, mean) -> sums.merge(input, mean / model.members().size(), Double::sum));
        }
        return new Listened(sums, ways.size() == 1 ? ways.iterator().next() : null);
    }
}
