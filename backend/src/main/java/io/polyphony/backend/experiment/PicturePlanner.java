package io.polyphony.backend.experiment;

import io.polyphony.backend.common.DatasetVersionId;
import io.polyphony.backend.dataset.DatasetTables;
import io.polyphony.engine.data.InputSpec;
import io.polyphony.engine.data.Modality;
import io.polyphony.engine.data.TaskType;
import java.util.List;
import java.util.Optional;

/** Checks that masks and boxes have pictures on which they lie. */
record PicturePlanner(DatasetTables tables, DatasetVersionId version, Faults faults) {

    void check(List<ExperimentTask> tasks, List<InputSpec> inputs) {
        tasks.stream()
                .filter(task -> task.type().onPictures())
                .forEach(task -> picture(inputs)
                        .ifPresentOrElse(
                                picture -> check(task, picture),
                                () -> faults.add(
                                        "/inputs",
                                        "The target (%s) %s, but no input (%s) is a picture to which it could belong. Maybe add the column of the pictures."
                                                .formatted(
                                                        task.name(),
                                                        task.type() == TaskType.DETECTION ? "has boxes" : "is a mask",
                                                        inputs.stream()
                                                                .map(InputSpec::name)
                                                                .toList()))));
    }

    /** Masks and boxes belong to the first picture. */
    static Optional<InputSpec> picture(List<InputSpec> inputs) {
        return inputs.stream()
                .filter(input -> input.modality() == Modality.IMAGE)
                .findFirst();
    }

    private void check(ExperimentTask task, InputSpec input) {
        var picture = input.columns().getFirst();
        faults.at(
                "/tasks",
                () -> new PictureCheck(tables.load(version, List.of(picture, task.name())), task.spec()).fit(picture));
    }
}
