package io.polyphony.engine.training;

import io.polyphony.engine.data.Block;
import io.polyphony.engine.data.EncodedRows;
import io.polyphony.engine.data.InputLayout;
import io.polyphony.engine.data.InputSpec;
import io.polyphony.engine.data.Preprocessor;
import io.polyphony.engine.data.TaskSpec;
import io.polyphony.engine.data.TaskType;
import io.polyphony.engine.head.OwnPast;
import io.polyphony.engine.network.NetworkSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which inputs tell of the past of which forecasts, and in what units. */
record ToldPasts(NetworkSpec network, Preprocessor preprocessor, EncodedRows train) {

    /** Inputs whose network says something of forecasts before it has learned, and these forecasts by steps ahead. */
    Map<InputSpec, Map<Integer, List<String>>> told() {
        var horizons = new LinkedHashMap<String, Integer>();
        network.tasks().stream()
                .filter(task -> task.type() == TaskType.FORECAST)
                .map(TaskSpec::name)
                .forEach(task ->
                        horizons.put(task, Validation.labels(train, task).width()));
        var told = new LinkedHashMap<InputSpec, Map<Integer, List<String>>>();
        for (var input : network.inputs()) {
            if (OwnPast.told(Objects.requireNonNull(preprocessor.layouts().get(input.name())))) {
                told.put(input, OwnPast.groups(input, horizons));
            }
        }
        told.values().removeIf(Map::isEmpty);
        return told;
    }

    /** A number per row and channel of an input; null where it has none. */
    Block.@Nullable Dense block(InputSpec input, String name) {
        var features = Objects.requireNonNull(train.inputs().get(input.name()));
        return (Block.Dense) features.blocks().get(name);
    }

    /** By row, the unit in which the past of a forecast is told, in train deviations; null where it is told in these. */
    float @Nullable [] units(String task) {
        for (var told : told().entrySet()) {
            var units = block(told.getKey(), InputLayout.SCALE);
            boolean own = told.getValue().values().stream().anyMatch(tasks -> tasks.contains(task));
            if (units != null && own) {
                return channel(units, told.getKey().columns().indexOf(task));
            }
        }
        return null;
    }

    private static float[] channel(Block.Dense block, int channel) {
        var numbers = new float[block.values().length / block.size()];
        for (int row = 0; row < numbers.length; row++) {
            numbers[row] = block.values()[row * block.size() + channel];
        }
        return numbers;
    }
}
