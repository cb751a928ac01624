package io.polyphony.engine.data;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Raw targets to numbers and back; fitted on train rows. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @Type(name = "classes", value = ClassCodec.class),
    @Type(name = "labels", value = LabelCodec.class),
    @Type(name = "value", value = ValueCodec.class),
    @Type(name = "vector", value = VectorCodec.class),
    @Type(name = "forecast", value = ForecastCodec.class),
    @Type(name = "mask", value = MaskCodec.class),
    @Type(name = "boxes", value = BoxCodec.class)
})
public sealed interface TaskCodec
        permits ClassCodec, LabelCodec, ValueCodec, VectorCodec, ForecastCodec, MaskCodec, BoxCodec {

    /**
     * Fits to these rows only.
     *
     * @param inputs of the network; masks and boxes belong to the first that is pictures
     * @param features how each input is read, by its name
     * @throws IllegalArgumentException when the column cannot be the target of such a task
     */
    static TaskCodec fit(
            TaskSpec task, Table table, int[] trainRows, List<InputSpec> inputs, Map<String, FeaturizerSpec> features) {
        return switch (task.type()) {
            case BINARY, MULTICLASS, ORDINAL -> ClassCodec.fit(task, table, trainRows);
            case MULTILABEL -> LabelCodec.fit(task, table, trainRows);
            case REGRESSION, COUNT -> ValueCodec.fit(task, table, trainRows);
            case VECTOR -> VectorCodec.fit(task, table, trainRows);
            case FORECAST -> ForecastCodec.fit(task, table, trainRows);
            case SEGMENTATION -> MaskCodec.fit(task, table, trainRows, inputs, features);
            case DETECTION -> BoxCodec.fit(task, table, trainRows, inputs, features);
        };
    }

    /**
     * Fits to one fold of several: quantities to its own train rows, while which classes there are is told by the rows of all
     * folds, or their networks could not answer together.
     *
     * @throws IllegalArgumentException when the column cannot be the target of such a task
     */
    static TaskCodec fitFold(
            TaskSpec task,
            Table table,
            int[] trainRows,
            int[] allFolds,
            List<InputSpec> inputs,
            Map<String, FeaturizerSpec> features) {
        return fit(task, table, task.type().isQuantity() ? trainRows : allFolds, inputs, features);
    }

    TaskSpec task();

    /** Class or label names, empty for quantities; a binary task's positive class is the second. */
    List<String> classes();

    /** Targets per row. */
    default int width() {
        return 1;
    }

    /** The column of the pictures on which the answer lies; null where it lies on none. */
    default @Nullable String picture() {
        return null;
    }

    /** The targets of these rows, in this order; a missing or unknown label has mask 0. */
    TaskLabels encode(Table table, int[] rows);

    /** A standardised value in original units; a class index as it is. */
    double decode(double value);

    /** A value in original units, standardised: {@link #unrounded} undoes it; a class index as it is. */
    default double standardise(double value) {
        return value;
    }

    /** The same where {@link #decode} rounds to values that are known to occur, before that: it changes with every change. */
    default double unrounded(double value) {
        return decode(value);
    }

    /** The same of one of a row's several values. */
    default double decode(double value, int place) {
        return decode(value);
    }

    /** Likewise {@link #unrounded}. */
    default double unrounded(double value, int place) {
        return unrounded(value);
    }

    /** Likewise {@link #standardise}. */
    default double standardise(double value, int place) {
        return standardise(value);
    }
}
