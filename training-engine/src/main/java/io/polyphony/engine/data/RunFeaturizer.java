package io.polyphony.engine.data;

import static io.polyphony.engine.data.InputLayout.ROCKET;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/** The blocks of a table's cells and, beside them, the answers of fixed kernels to those that are steps of one measurement. */
record RunFeaturizer(TabularFeaturizer cells, RocketFeaturizer rocket) implements Featurizer {

    static RunFeaturizer fit(
            RunFeatures spec, Table table, InputSpec input, int[] trainRows, Supplier<List<TaskLabels>> answers) {
        var steps = RunSteps.fit(table, input, trainRows);
        var answering =
                new RocketFeatures(Math.max(16, steps.channels().getFirst().size()), spec.features());
        return new RunFeaturizer(
                TabularFeaturizer.fit(spec.cells(), table, input, trainRows, answers),
                RocketFeaturizer.fit(answering, steps, table, trainRows));
    }

    @Override
    public InputLayout layout() {
        var of = cells.layout();
        var blocks = new LinkedHashMap<>(of.blocks());
        blocks.put(ROCKET, rocket.layout().block(ROCKET));
        return new InputLayout(of.input(), of.modality(), blocks);
    }

    @Override
    public InputFeatures apply(Table table, int[] rows) {
        var of = cells.apply(table, rows);
        var blocks = new LinkedHashMap<>(of.blocks());
        blocks.put(
                ROCKET,
                Objects.requireNonNull(rocket.apply(table, rows).blocks().get(ROCKET)));
        return new InputFeatures(of.input(), rows.length, blocks, of.present());
    }

    @Override
    public Map<String, float[]> silent() {
        return cells.silent();
    }
}
