package io.polyphony.backend.dataset.wide;

import io.polyphony.backend.dataset.ImportRefused;
import io.polyphony.backend.dataset.media.MediaKind;
import io.polyphony.backend.dataset.table.EmbeddedFormat;
import io.polyphony.backend.dataset.table.FileSource;
import io.polyphony.backend.dataset.table.MediaArchive;
import io.polyphony.backend.dataset.table.PartName;
import io.polyphony.backend.dataset.table.TableFormats;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A table, or parts of one, with a column for each pixel of its pictures, as MNIST and its likes come in CSV. */
public final class WidePictures implements EmbeddedFormat {
    @Override
    public boolean fits(List<FileSource> files) throws IOException {
        try {
            var tables = tables(files);
            return !tables.isEmpty()
                    && PixelColumns.of(TableFormats.open(tables.getFirst())).isPresent();
        } catch (ImportRefused refused) {
            return false; // said again, with all there is to say, by whoever reads the table as it is
        }
    }

    /** One table, or parts of one. */
    private static List<FileSource> tables(List<FileSource> files) throws IOException {
        if (files.stream().anyMatch(file -> MediaKind.byName(file.name()).isPresent())) {
            return List.of();
        }
        var byName = files.stream().collect(Collectors.toMap(FileSource::name, Function.identity(), (one, _) -> one));
        var names = files.size() == 1
                ? List.copyOf(byName.keySet())
                : PartName.ordered(TableFormats.among(byName.keySet(), byName::get));
        boolean one = names.size() == 1 || PartName.of(names).isPresent();
        return one ? names.stream().map(byName::get).toList() : List.of();
    }

    @Override
    public void write(List<FileSource> files, MediaArchive to) throws IOException {
        var tables = tables(files);
        var first = TableFormats.open(tables.getFirst());
        var raster = PixelColumns.of(first).orElseThrow();
        var pixels = first.columns().subList(raster.from(), raster.to());
        for (var file : tables) {
            var table = TableFormats.open(file);
            var rows = WideRows.of(table, pixels, raster.raster(), first.name());
            to.table(rows.name(), lines -> rows.write(lines, to));
        }
    }
}
