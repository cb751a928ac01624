package io.polyphony.backend.dataset.archive;

import io.polyphony.backend.dataset.Problems;
import io.polyphony.backend.dataset.table.FileSource;
import io.polyphony.backend.dataset.table.RowSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Text files of an archive that is none. */
record Texts(Map<String, String> files) {

    FileSource source(String path) {
        var bytes = Objects.requireNonNull(files.get(path)).getBytes(StandardCharsets.UTF_8);
        return new FileSource() {
            @Override
            public String name() {
                return path;
            }

            @Override
            public long length() {
                return bytes.length;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }
        };
    }

    static List<List<String>> rows(RowSource table) throws IOException {
        var rows = new ArrayList<List<String>>();
        table.forEach(
                (row, cells) ->
                        rows.add(Stream.of(cells).map(Objects::requireNonNull).toList()),
                new Problems());
        return rows;
    }
}
