package io.polyphony.backend.experiment;

import io.polyphony.backend.dataset.TableData;
import io.polyphony.engine.data.Column;
import io.polyphony.engine.data.FeaturizerSpec;
import io.polyphony.engine.data.FileReader;
import io.polyphony.engine.data.InputSpec;
import io.polyphony.engine.data.Modality;
import io.polyphony.engine.data.PixelFeatures;
import io.polyphony.engine.data.Table;
import io.polyphony.engine.data.TaskCodec;
import io.polyphony.engine.data.TaskSpec;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Looks at some masks before anything is trained: are they masks, and of the shape of their pictures?
 *
 * @param data with the columns of the masks and of the pictures
 */
record MaskCheck(TableData data) implements Table {
    private static final int SAMPLE = 100;
    private static final FeaturizerSpec PIXELS = new PixelFeatures(16, 1);

    /**
     * Looks at a hundred rows, evenly taken.
     *
     * @throws IllegalArgumentException naming the file and what is wrong with it
     */
    TaskCodec fit(TaskSpec task, String picture) {
        int count = Math.min(SAMPLE, data.rows());
        var rows = IntStream.range(0, count)
                .map(i -> (int) ((long) i * data.rows() / count))
                .toArray();
        var input = new InputSpec(picture, Modality.IMAGE, List.of(picture));
        return TaskCodec.fit(task, this, rows, List.of(input), Map.of(picture, PIXELS));
    }

    @Override
    public int rows() {
        return data.rows();
    }

    @Override
    public Column column(String name) {
        return new Column.Files(data.rows(), new FileReader() {
            @Override
            public byte @Nullable [] read(int row) {
                return data.file(name, row);
            }

            @Override
            public String name(int row) {
                return "%s (row %d)".formatted(data.texts(name)[row], row + 1);
            }
        });
    }
}
