package io.polyphony.backend.dataset.array;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.exceptions.HdfException;
import io.polyphony.backend.common.FieldProblem;
import io.polyphony.backend.dataset.ImportRefused;
import io.polyphony.backend.dataset.table.EmbeddedFormat;
import io.polyphony.backend.dataset.table.FileSource;
import io.polyphony.backend.dataset.table.MediaArchive;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Arrays in HDF5, as h5py and Keras write them: {@code train_set_x}, {@code train/y}, ..., of one file or of one for each part. */
public final class HdfFormat implements EmbeddedFormat {
    private static final Pattern NAME = Pattern.compile("(?i)\\.(h5|hdf5|hdf)$");

    @Override
    public boolean fits(List<FileSource> files) {
        return files.stream().anyMatch(HdfFormat::isNamed)
                && files.stream().allMatch(file -> isNamed(file) || ArrayTables.isNote(file));
    }

    private static boolean isNamed(FileSource file) {
        return NAME.matcher(file.name()).find();
    }

    @Override
    public void write(List<FileSource> files, MediaArchive to) throws IOException {
        var named = files.stream().filter(HdfFormat::isNamed).toList();
        var open = new ArrayList<HdfFile>();
        var arrays = new ArrayList<ArrayFile>();
        try {
            for (var file : named) {
                open.add(open(file));
                var stem = named.size() == 1 ? "" : NAME.matcher(file.name()).replaceFirst("") + "/";
                arrays.addAll(arrays(file, stem, open.getLast()));
            }
            ArrayTables.write(arrays, to);
        } catch (HdfException damaged) {
            throw refused(named.getFirst(), damaged);
        } finally {
            open.forEach(HdfFile::close);
        }
    }

    private static HdfFile open(FileSource file) throws IOException {
        try {
            var path = file.path();
            if (path.isPresent()) {
                return new HdfFile(path.get());
            }
            try (var in = file.open()) {
                return HdfFile.fromInputStream(in);
            }
        } catch (HdfException damaged) {
            throw refused(file, damaged);
        }
    }

    private static List<ArrayFile> arrays(FileSource file, String stem, HdfFile hdf) {
        var arrays = all(hdf).filter(data -> !data.isScalar() && !data.isEmpty() && !data.isCompound())
                .map(data -> HdfRows.of(data).file(stem + data.getPath().substring(1), file.name()))
                .toList();
        if (arrays.isEmpty()) {
            throw new ImportRefused(FieldProblem.in(
                    file.name(), null, null, "The file holds no arrays.\nMaybe write its tables as CSV or Parquet."));
        }
        return withoutClasses(arrays);
    }

    private static Stream<Dataset> all(Group group) {
        return group.getChildren().values().stream().flatMap(node -> switch (node) {
            case Dataset data -> Stream.of(data);
            case Group inner -> all(inner);
            case Object _ -> Stream.of();
        });
    }

    /** Names of classes often lie beside the rows, and are none: texts, of another number than most arrays have. */
    private static List<ArrayFile> withoutClasses(List<ArrayFile> arrays) {
        var counts = arrays.stream()
                .map(ArrayFile::rows)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        var rows = arrays.stream()
                .filter(array -> !array.element().isText()
                        || array.shape().length > 1
                        || counts.getOrDefault(array.rows(), 0L) > 1)
                .toList();
        return rows.isEmpty() ? arrays : rows;
    }

    private static ImportRefused refused(FileSource file, HdfException damaged) {
        return new ImportRefused(FieldProblem.in(
                file.name(),
                null,
                null,
                "The file is none of HDF5, or of a kind that is not read (%s).\nMaybe it was cut off on its way; or write its arrays without filters but gzip."
                        .formatted(damaged.getMessage())));
    }
}
