package io.polyphony.backend.dataset.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.polyphony.backend.dataset.table.FileSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** The names of YOLO's classes: {@code names} of a YAML file such as data.yaml, or the lines of classes.txt or obj.names. */
final class YoloNames {
    private static final YAMLMapper YAML = YAMLMapper.builder().build();
    private static final List<String> LISTS = List.of("classes.txt", "obj.names", "classes.names", "labels.txt");
    private static final int MOST_BYTES = 1 << 20;

    private YoloNames() {}

    /** Whether the file lists names and is no label of a picture. */
    static boolean isList(String path) {
        return LISTS.contains(last(path));
    }

    /** By number; empty where no file tells them. */
    static Map<Integer, String> of(Collection<String> paths, Function<String, FileSource> files) throws IOException {
        for (var path : paths) {
            if (last(path).endsWith(".yaml") || last(path).endsWith(".yml")) {
                var names = yaml(text(files.apply(path)));
                if (!names.isEmpty()) {
                    return names;
                }
            }
        }
        for (var path : paths) {
            if (isList(path)) {
                return numbered(
                        text(files.apply(path)).lines().map(String::strip).toList());
            }
        }
        return Map.of();
    }

    private static Map<Integer, String> yaml(String text) {
        try {
            var names = YAML.readTree(text).path("names");
            var read = new HashMap<Integer, String>();
            names.properties().forEach(name -> put(name.getKey(), name.getValue(), read));
            for (int i = 0; names.isArray() && i < names.size(); i++) {
                put(String.valueOf(i), names.get(i), read);
            }
            return read;
        } catch (JsonProcessingException other) {
            return Map.of();
        }
    }

    private static void put(String number, JsonNode name, Map<Integer, String> read) {
        if (number.matches("\\d{1,6}") && name.isValueNode() && !name.asText().isBlank()) {
            read.put(Integer.parseInt(number), name.asText().strip());
        }
    }

    private static Map<Integer, String> numbered(List<String> lines) {
        var names = new HashMap<Integer, String>();
        for (var line : lines) {
            names.put(names.size(), line.isEmpty() ? String.valueOf(names.size()) : line);
        }
        return names;
    }

    private static String text(FileSource file) throws IOException {
        try (var in = file.open()) {
            return new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
        }
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }
}
