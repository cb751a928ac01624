package io.polyphony.backend.dataset.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableFormatsTest {
    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "a.JSONL ~ {\"a\": 1} ~ JsonRows",
                "a.ndjson ~ {\"a\": 1} ~ JsonRows",
                "a.json ~ {\"a\": 1} ~ JsonRows",
                "named ~ {\"a\": 1} ~ JsonRows",
                "named.txt ~ [{\"a\": 1}] ~ JsonRows",
                "named.txt ~ [a],b ~ DelimitedTable",
                "a.csv ~ {\"a\": 1} ~ DelimitedTable",
            })
    void the_ending_decides_and_else_the_start(String name, String text, String reader) throws IOException {
        var file = FileSource.of(Files.writeString(folder.resolve("file"), text), name);
        assertThat(TableFormats.open(file).getClass().getSimpleName()).isEqualTo(reader);
    }

    @Test
    void notes_in_json_are_no_tables() throws IOException {
        assertThat(among(Map.of("a.csv", "x", "info.json", "[{}]"))).containsExactly("a.csv");
        assertThat(among(Map.of("a.jsonl", "", "info.json", "[{}]"))).containsExactly("a.jsonl");
        assertThat(among(Map.of("cat/1.png", "", "info.json", "{\"by\": \"me\"}")))
                .isEmpty();
        assertThat(among(Map.of("cat/1.png", "", "rows.json", " [ {\"a\": 1}]")))
                .containsExactly("rows.json");
    }

    private List<String> among(Map<String, String> files) throws IOException {
        var sources = new LinkedHashMap<String, FileSource>();
        for (var path : files.keySet()) {
            var file = folder.resolve(path.replace('/', '_'));
            sources.put(path, FileSource.of(Files.writeString(file, files.getOrDefault(path, "")), path));
        }
        return TableFormats.among(sources.keySet(), sources::get);
    }
}
