package io.polyphony.backend.trial.running;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.polyphony.backend.dataset.SplitIndices;
import io.polyphony.backend.experiment.Experiment;
import io.polyphony.backend.trial.ExperimentRows;
import io.polyphony.engine.data.Block;
import io.polyphony.engine.data.EncodedRows;
import io.polyphony.engine.data.Featurizer;
import io.polyphony.engine.data.FeaturizerSpec;
import io.polyphony.engine.data.Featurizers;
import io.polyphony.engine.data.InputFeatures;
import io.polyphony.engine.data.InputSpec;
import io.polyphony.engine.data.Modality;
import io.polyphony.engine.data.Preprocessor;
import io.polyphony.engine.data.Table;
import io.polyphony.engine.data.TaskCodec;
import io.polyphony.engine.data.TaskLabels;
import io.polyphony.engine.data.TaskSpec;
import io.polyphony.engine.network.NetworkSpec;
import io.polyphony.engine.training.FoldRows;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Featurized rows, shared by the trials of this process. Featurizing thousands of texts takes as long as a few epochs, and
 * most trials read them in one of two ways. Bounded by a share of the heap.
 */
@ApplicationScoped
class FeatureCache {
    private static final int SHARE_OF_HEAP = 4;

    private final Cache<Key, Input> inputs = Caffeine.newBuilder()
            .maximumWeight(Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP / 1024)
            .weigher((Key key, Input input) -> kibibytes(input))
            .build();
    private final Cache<Key, Task> tasks =
            Caffeine.newBuilder().maximumSize(256).build();
    private final ExperimentRows rows;

    private record Key(Object version, Object split, int fold, Object what, Object how) {}

    /** A fold of an experiment's rows. */
    private record Part(Experiment experiment, Table table, SplitIndices split, int fold, int[] open) {
        Key key(Object what, Object how) {
            return new Key(experiment.version(), experiment.plan().split(), fold, what, how);
        }
    }

    private record Input(Featurizer featurizer, InputFeatures train, InputFeatures validation) {}

    private record Task(TaskCodec codec, TaskLabels train, TaskLabels validation) {}

    FeatureCache(ExperimentRows rows) {
        this.rows = rows;
    }

    /**
     * The rows of a fold as this network reads them.
     *
     * @param fold from 0, the only one where there are none
     */
    FoldRows data(Experiment experiment, NetworkSpec network, int fold) {
        var source = rows.of(experiment);
        var split = source.folds().get(fold);
        var open = source.folds().size() == 1 ? split.train() : source.judging();
        var part = new Part(experiment, source.table(), split, fold, open);
        var labels = new LinkedHashMap<String, Task>();
        network.tasks().forEach(task -> labels.put(task.name(), task(part, network, task)));
        var answers = labels.values().stream().map(Task::train).toList();
        var found = new LinkedHashMap<String, Input>();
        network.inputs().forEach(input -> {
            var how = network.features(input.name());
            var tasks = how.readsTargets() ? network.tasks() : List.<TaskSpec>of();
            found.put(input.name(), input(part, input, how, tasks, answers));
        });
        return assemble(network, split, found, labels);
    }

    private static FoldRows assemble(
            NetworkSpec network, SplitIndices split, Map<String, Input> inputs, Map<String, Task> tasks) {
        var featurizers = new LinkedHashMap<String, Featurizer>();
        var train = new LinkedHashMap<String, InputFeatures>();
        var validation = new LinkedHashMap<String, InputFeatures>();
        inputs.forEach((name, input) -> {
            featurizers.put(name, input.featurizer());
            train.put(name, input.train());
            validation.put(name, input.validation());
        });
        var codecs = new ArrayList<TaskCodec>();
        var trainLabels = new LinkedHashMap<String, TaskLabels>();
        var validationLabels = new LinkedHashMap<String, TaskLabels>();
        tasks.forEach((name, task) -> {
            codecs.add(task.codec());
            trainLabels.put(name, task.train());
            validationLabels.put(name, task.validation());
        });
        return new FoldRows(
                new Preprocessor(network.inputs(), featurizers, codecs),
                new EncodedRows(split.train().length, train, trainLabels),
                new EncodedRows(split.validation().length, validation, validationLabels));
    }

    /** @param tasks that what is fitted depends on */
    private Input input(
            Part part, InputSpec input, FeaturizerSpec how, List<TaskSpec> tasks, List<TaskLabels> answers) {
        return inputs.get(part.key(List.of(input, tasks), how), _ -> {
            var split = part.split();
            var featurizer = Featurizers.fit(how, part.table(), input, split.train(), () -> answers);
            return new Input(
                    featurizer,
                    featurizer.apply(part.table(), split.train()),
                    featurizer.apply(part.table(), split.validation()));
        });
    }

    private Task task(Part part, NetworkSpec network, TaskSpec task) {
        var features = features(network, task);
        return tasks.get(part.key(task, features), _ -> {
            var split = part.split();
            var codec = TaskCodec.fitFold(task, part.table(), split.train(), part.open(), network.inputs(), features);
            return new Task(
                    codec, codec.encode(part.table(), split.train()), codec.encode(part.table(), split.validation()));
        });
    }

    /** Masks and boxes are read as their pictures are; other targets do not depend on inputs. */
    private static Map<String, FeaturizerSpec> features(NetworkSpec network, TaskSpec task) {
        var features = new LinkedHashMap<String, FeaturizerSpec>();
        network.inputs().stream()
                .filter(input -> task.type().onPictures() && input.modality() == Modality.IMAGE)
                .findFirst()
                .ifPresent(input -> features.put(input.name(), network.features(input.name())));
        return features;
    }

    private static int kibibytes(Input input) {
        return 1 + (int) ((bytes(input.train()) + bytes(input.validation())) >> 10);
    }

    private static long bytes(InputFeatures features) {
        return features.blocks().values().stream()
                .mapToLong(block -> switch (block) {
                    case Block.Dense dense -> 4L * dense.values().length;
                    case Block.Codes codes -> 4L * codes.values().length;
                })
                .sum();
    }
}
