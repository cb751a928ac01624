package io.polyphony.engine.network;

import io.polyphony.engine.data.InputSpec;
import io.polyphony.engine.data.TaskSpec;
import io.polyphony.engine.encoder.EncoderSpec;
import io.polyphony.engine.fusion.FusionSpec;
import io.polyphony.engine.head.HeadSpec;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A network as data: which inputs, one encoder for each, how they are fused, one head per task.
 *
 * @param inputs at least one, names unique
 * @param encoders one per input, by its name
 * @param tasks at least one, names unique
 */
public record NetworkSpec(
        List<InputSpec> inputs,
        Map<String, EncoderSpec> encoders,
        FusionSpec fusion,
        List<TaskSpec> tasks,
        HeadSpec head) {
    public NetworkSpec {
        inputs = List.copyOf(inputs);
        encoders = Collections.unmodifiableMap(new LinkedHashMap<>(encoders));
        tasks = List.copyOf(tasks);
        requireUnique("inputs", inputs.stream().map(InputSpec::name).toList());
        requireUnique("tasks", tasks.stream().map(TaskSpec::name).toList());
        for (var input : inputs) {
            if (!encoders.containsKey(input.name())) {
                throw new IllegalArgumentException(
                        "The input (%s) has no encoder; encoders are given for %s.\nMaybe its name is misspelt."
                                .formatted(input.name(), encoders.keySet()));
            }
        }
    }

    /** The encoder of an input of this network. */
    public EncoderSpec encoder(String input) {
        var encoder = encoders.get(input);
        if (encoder == null) {
            throw new IllegalArgumentException(
                    "The network has no input (%s); it has %s.".formatted(input, encoders.keySet()));
        }
        return encoder;
    }

    private static void requireUnique(String what, List<String> names) {
        if (names.isEmpty() || names.stream().distinct().count() != names.size()) {
            throw new IllegalArgumentException(
                    "The network's %s (%s) must be at least one, and each name once.".formatted(what, names));
        }
    }
}
