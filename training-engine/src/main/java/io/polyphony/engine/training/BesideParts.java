package io.polyphony.engine.training;

import io.polyphony.engine.auxiliary.AuxiliaryGraph;
import io.polyphony.engine.auxiliary.AuxiliarySpec;
import io.polyphony.engine.auxiliary.Modulation;
import io.polyphony.engine.auxiliary.Reconstruction;
import io.polyphony.engine.data.EncodedRows;
import io.polyphony.engine.data.InputLayout;
import io.polyphony.engine.data.InputSpec;
import io.polyphony.engine.data.Mixup;
import io.polyphony.engine.network.NetworkInputs;
import io.polyphony.engine.network.NetworkSpec;
import io.polyphony.engine.program.Program;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Puts together what is learned beside the tasks of a network. */
record BesideParts(
        NetworkSpec network,
        AuxiliarySpec spec,
        Map<String, InputLayout> layouts,
        EncodedRows train,
        Program program,
        NetworkInputs inputs,
        Mixup mixup) {
    /** Rows that the scale of what is to be told is taken from. */
    private static final int SAMPLE = 1000;

    /** @param head makes the state of a task's head at the output of that name */
    Beside made(BiFunction<Integer, String, TaskState> head) {
        var names = network.inputs().stream().map(InputSpec::name).toList();
        var heads = heads(names, head);
        var modulation = heads == null || spec.modulation() == 0
                ? null
                : new Modulation(spec.modulation(), names, program.ownership().parts(), program.parameters());
        return new Beside(
                names, heads, modulation, autoencoder(), spec.autoencoder().weight());
    }

    private @Nullable UnimodalHeads heads(List<String> names, BiFunction<Integer, String, TaskState> head) {
        var alone = AuxiliaryGraph.tasksAlone(network, spec);
        if (alone.isEmpty()) {
            return null;
        }
        var states = IntStream.range(0, network.tasks().size())
                .mapToObj(task -> alone.contains(network.tasks().get(task))
                        ? names.stream()
                                .map(input -> head.apply(
                                        task,
                                        AuxiliaryGraph.alone(
                                                input, network.tasks().get(task).name())))
                                .toList()
                        : List.<TaskState>of())
                .toList();
        return new UnimodalHeads(spec.unimodal(), inputs, states, names.size());
    }

    private @Nullable Autoencoder autoencoder() {
        var told = new LinkedHashMap<String, ToldInput>();
        var losses = new LinkedHashMap<String, Reconstruction>();
        var targets = AuxiliaryGraph.targets(program::reads, network, spec, layouts);
        targets.forEach((input, wanted) -> {
            var features = train.inputs().get(input);
            var layout = layouts.get(input);
            if (features != null && layout != null) {
                var loss = new Reconstruction(wanted, features.select(sample()));
                losses.put(input, loss);
                told.put(input, new ToldInput(loss, features, layout, program, mixup));
            }
        });
        if (told.isEmpty()) {
            return null;
        }
        double constant =
                losses.values().stream().mapToDouble(Reconstruction::constant).sum();
        return new Autoencoder(
                told, losses, spec.autoencoder().variational() ? new Autoencoder.Bottleneck(constant, program) : null);
    }

    /** Evenly spread over the train rows. */
    private int[] sample() {
        int count = Math.min(SAMPLE, train.rows());
        return IntStream.range(0, count)
                .map(i -> (int) ((long) i * train.rows() / count))
                .toArray();
    }
}
