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
     * How the members' fusions listen to the inputs, each as much as it says in a task.
     *
     * @param byTask without tasks for which a member that has a say has no such weights
     * @param how null if members differ in it, or none has any
     */
    record Listened(Map<String, Heard> byTask, Explanation.@Nullable Listening how) {}

    /** By gates, or where a fusion attends, by its attention. */
    Listened listened() {
        var heard = new ArrayList<Map<String, Heard>>();
        var ways = EnumSet.noneOf(Explanation.Listening.class);
        for (var member : model.members()) {
            var rows = encoder.of(member.network());
            var gates = new Gates(member.network()).means(rows);
            heard.add(gates.isEmpty() ? attended(member, rows) : gates);
            if (!heard.getLast().isEmpty()) {
                ways.add(gates.isEmpty() ? Explanation.Listening.ATTENTION : Explanation.Listening.GATE);
            }
        }
        var byTask = byTask(heard);
        return new Listened(
                byTask,
                byTask.isEmpty() || ways.size() != 1 ? null : ways.iterator().next());
    }

    /** Attention is paid before there are tasks. */
    private static Map<String, Heard> attended(Bundle.Member member, EncodedRows rows) {
        var means = new Attentions(member.network()).means(rows);
        var heard = new LinkedHashMap<String, Heard>();
        if (!means.isEmpty()) {
            member.network().network().tasks().forEach(task -> heard.put(task.name(), new Heard(means, null)));
        }
        return heard;
    }

    /** @param heard by member and task */
    private Map<String, Heard> byTask(List<Map<String, Heard>> heard) {
        var byTask = new LinkedHashMap<String, Heard>();
        for (var task : model.members().getFirst().network().network().tasks()) {
            var voices = new ArrayList<Heard>();
            var weights = new ArrayList<Double>();
            boolean whole = true;
            for (int i = 0; i < heard.size(); i++) {
                var weight = model.members().get(i).weights().get(task.name());
                var voice = heard.get(i).get(task.name());
                whole = whole && (weight == null || voice != null);
                if (weight != null && voice != null) {
                    voices.add(voice);
                    weights.add(weight);
                }
            }
            if (whole && !voices.isEmpty()) {
                byTask.put(task.name(), Heard.mean(voices, weights));
            }
        }
        return byTask;
    }
}
