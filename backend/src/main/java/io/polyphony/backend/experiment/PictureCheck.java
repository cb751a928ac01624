package io.polyphony.backend.experiment;

import io.polyphony.backend.dataset.TableData;
import io.polyphony.engine.data.BoxCells;
import io.polyphony.engine.data.Column;
import io.polyphony.engine.data.FeaturizerSpec;
import io.polyphony.engine.data.FileReader;
import io.polyphony.engine.data.InputSpec;
import io.polyphony.engine.data.Modality;
import io.polyphony.engine.data.PixelFeatures;
import io.polyphony.engine.data.Table;
import io.polyphony.engine.data.TaskCodec;
import io.polyphony.engine.data.TaskSpec;
import io.polyphony.engine.data.TaskType;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Looks at some answers on pictures before anything is trained: are they masks of the shape of their pictures, or boxes that
 * lie on them?
 *
 * @param data with the columns of the answers and of the pictures
 */
record PictureCheck(TableData data, TaskSpec task) implements Table {
    private static final int SAMPLE = 100;
    private static final FeaturizerSpec PIXELS = new PixelFeatures(16, 1);

    /**
     * Looks at a hundred rows, evenly taken, and at every cell of boxes.
     *
     * @throws IllegalArgumentException naming the file and what is wrong with it
     */
    TaskCodec fit(String picture) {
        if (task.type() == TaskType.DETECTION) {
            requireBoxes();
        }
        int count = Math.min(SAMPLE, data.rows());
        var rows = IntStream.range(0, count)
                .map(i -> (int) ((long) i * data.rows() / count))
                .toArray();
        var input = new InputSpec(picture, Modality.IMAGE, List.of(picture));
        return TaskCodec.fit(task, this, rows, List.of(input), Map.of(picture, PIXELS));
    }

    private void requireBoxes() {
        var cells = data.texts(task.name());
        for (int row = 0; row < cells.length; row++) {
            var cell = cells[row];
            try {
                if (cell != null) {
                    BoxCells.of(cell);
                }
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "Data row %d of the target (%s): %s".formatted(row + 1, task.name(), e.getMessage()), e);
            }
        }
    }

    @Override
    public int rows() {
        return data.rows();
    }

    @Override
    public Column column(String name) {
        if (task.type() == TaskType.DETECTION && name.equals(task.name())) {
            return new Column.Texts(data.texts(name));
        }
        return new Column.Files(data.rows(), new FileReader() {
            @Override
            public byte @Nullable [] read(int row) {
                return data.file(name, row);
            }

            @Override
            public String name(int row) {
                return "%s (data row %d)".formatted(data.texts(name)[row], row + 1);
            }
        });
    }
}
