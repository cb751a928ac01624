package io.polyphony.engine.network;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.polyphony.engine.data.FeaturizerSpec;
import io.polyphony.engine.data.InputSpec;
import io.polyphony.engine.data.Mirror;
import io.polyphony.engine.data.PastView;
import io.polyphony.engine.data.TaskSpec;
import io.polyphony.engine.data.TaskType;
import io.polyphony.engine.encoder.EncoderSpec;
import io.polyphony.engine.encoder.Staged;
import io.polyphony.engine.fusion.FusionSpec;
import io.polyphony.engine.head.Counting;
import io.polyphony.engine.head.HeadSpec;
import io.polyphony.engine.sharing.HardSharing;
import io.polyphony.engine.sharing.SharingSpec;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A network as data: which inputs, one encoder for each, how they are fused, what tasks share of the rest, one head per task.
 *
 * @param inputs at least one, names unique
 * @param encoders one per input, by its name
 * @param sharing null in networks stored before there was a choice: hard sharing
 * @param tasks at least one, names unique
 * @param views the ways in which pictures are looked at when the trained network is asked, which says the mean over them: with
 *     mirrors in training, its own mistakes average out; null in networks stored before there was a choice: as they lie
 * @param pasts how the past of columns over time is told; null in networks stored before there was a choice: all, by column
 */
public record NetworkSpec(
        List<InputSpec> inputs,
        Map<String, EncoderSpec> encoders,
        FusionSpec fusion,
        SharingSpec sharing,
        List<TaskSpec> tasks,
        HeadSpec head,
        Mirror views,
        PastView pasts) {
    @JsonCreator
    public NetworkSpec {
        pasts = Objects.requireNonNullElse(pasts, PastView.WHOLE);
        views = Objects.requireNonNullElse(views, Mirror.NONE);
        sharing = Objects.requireNonNullElseGet(sharing, HardSharing::new);
        inputs = List.copyOf(inputs);
        encoders = Collections.unmodifiableMap(new LinkedHashMap<>(encoders));
        tasks = List.copyOf(tasks);
        requireUnique("inputs", inputs.stream().map(InputSpec::name).toList());
        requireUnique("tasks", tasks.stream().map(TaskSpec::name).toList());
        if (tasks.stream().allMatch(TaskSpec::auxiliary)) {
            throw new IllegalArgumentException(
                    "All of the network's tasks (%s) are auxiliary, so that nothing tells which epoch is best.\nMaybe let one of them count."
                            .formatted(tasks.stream().map(TaskSpec::name).toList()));
        }
        for (var input : inputs) {
            if (!encoders.containsKey(input.name())) {
                throw new IllegalArgumentException(
                        "The input (%s) has no encoder; encoders are given for %s.\nMaybe its name is misspelt."
                                .formatted(input.name(), encoders.keySet()));
            }
        }
    }

    /** A network that is asked about pictures as they lie, and told the past by columns. */
    public NetworkSpec(
            List<InputSpec> inputs,
            Map<String, EncoderSpec> encoders,
            FusionSpec fusion,
            SharingSpec sharing,
            List<TaskSpec> tasks,
            HeadSpec head) {
        this(inputs, encoders, fusion, sharing, tasks, head, Mirror.NONE, PastView.WHOLE);
    }

    /** A network whose heads all read what was fused. */
    public NetworkSpec(
            List<InputSpec> inputs,
            Map<String, EncoderSpec> encoders,
            FusionSpec fusion,
            List<TaskSpec> tasks,
            HeadSpec head) {
        this(inputs, encoders, fusion, new HardSharing(), tasks, head);
    }

    /** The same with another way of sharing. */
    public NetworkSpec sharing(SharingSpec other) {
        return new NetworkSpec(inputs, encoders, fusion, other, tasks, head, views, pasts);
    }

    /** The same, asked about pictures in these ways. */
    public NetworkSpec viewing(Mirror ways) {
        return new NetworkSpec(inputs, encoders, fusion, sharing, tasks, head, ways, pasts);
    }

    /** The same, told the past of columns over time so. */
    public NetworkSpec seeing(PastView past) {
        return new NetworkSpec(inputs, encoders, fusion, sharing, tasks, head, views, past);
    }

    /** How that input is read. */
    public FeaturizerSpec features(String input) {
        return encoder(input).featurizer().seeing(pasts).lined(!lined().isEmpty());
    }

    /** The tasks that are told by a line through the numbers of tables, where there are such, and by what the network adds to it. */
    public List<String> lined() {
        return tasks.stream()
                .filter(task -> head.lined() && task.type() == TaskType.REGRESSION)
                .map(TaskSpec::name)
                .toList();
    }

    /** How every input is read, by its name. */
    public Map<String, FeaturizerSpec> features() {
        var features = new LinkedHashMap<String, FeaturizerSpec>();
        encoders.keySet().forEach(input -> features.put(input, features(input)));
        return features;
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

    /** Whether things on pictures are counted where they are, so that a picture must not lose one in training. */
    public boolean counts() {
        return head.counting() == Counting.DENSITY
                && tasks.stream().anyMatch(task -> task.type() == TaskType.COUNT)
                && encoders.values().stream().anyMatch(Staged.class::isInstance);
    }

    /** Whether things are counted on the pictures of that input: the first whose encoder shows what it sees. */
    public boolean countsOn(String input) {
        return counts()
                && inputs.stream()
                        .map(InputSpec::name)
                        .filter(name -> encoder(name) instanceof Staged)
                        .findFirst()
                        .filter(input::equals)
                        .isPresent();
    }

    private static void requireUnique(String what, List<String> names) {
        if (names.isEmpty() || names.stream().distinct().count() != names.size()) {
            throw new IllegalArgumentException(
                    "The network's %s (%s) must be at least one, and each name once.".formatted(what, names));
        }
    }
}
