package io.polyphony.backend.dataset.archive;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.polyphony.backend.dataset.Problems;
import io.polyphony.backend.dataset.SplitPart;
import io.polyphony.backend.dataset.table.FileSource;
import io.polyphony.backend.dataset.table.RowSource;
import io.polyphony.engine.data.Box;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Boxes on pictures as MS COCO writes them (Lin et al. 2014, "Microsoft COCO: Common Objects in Context", the format of
 * object detection): one JSON object with {@code images}, {@code annotations} whose {@code bbox} is {@code [x, y, width,
 * height]} in pixels, and {@code categories}. Boxes without an area are left out; a picture without boxes is one with nothing on it.
 *
 * @param rows picture, its boxes as a JSON array, and what the row is for where the names of all files say so
 */
public record CocoTable(String name, List<List<String>> rows) implements RowSource {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The pictures of an archive without a table, where its JSON files are such annotations. */
    public static Optional<CocoTable> of(String archive, Collection<String> paths, Function<String, FileSource> files)
            throws IOException {
        var read = new LinkedHashMap<String, Annotations>();
        for (var path : paths) {
            if (path.endsWith(".json")) {
                var found = new Annotations();
                if (found.read(files.apply(path)) && !found.boxes.isEmpty()) {
                    read.put(path, found);
                }
            }
        }
        var split = read.keySet().stream().allMatch(path -> part(path).isPresent())
                && read.keySet().stream()
                        .anyMatch(path -> part(path).flatMap(SplitPart::of).equals(Optional.of(SplitPart.TRAIN)));
        var rows = new ArrayList<List<String>>();
        read.forEach((path, found) -> rows.addAll(found.rows(paths, path, split)));
        return rows.isEmpty() ? Optional.empty() : Optional.of(new CocoTable(archive, List.copyOf(rows)));
    }

    private static Optional<String> part(String path) {
        return Stream.of(path.split("[^A-Za-z]+"))
                .filter(word -> SplitPart.of(word).isPresent())
                .findFirst();
    }

    @Override
    public List<String> columns() {
        return PictureBoxes.COLUMNS.subList(0, rows.getFirst().size());
    }

    @Override
    public long forEach(RowSink sink, Problems problems) {
        return RowSource.giveAll(rows, sink);
    }

    /** One file of annotations. */
    private static final class Annotations {
        private final Map<String, String> images = new LinkedHashMap<>();
        private final Map<String, String> categories = new HashMap<>();
        private final Map<String, List<JsonNode>> boxes = new HashMap<>();

        /** Whether it is one. */
        boolean read(FileSource file) throws IOException {
            try (var in = file.open();
                    var parser = JSON.createParser(in)) {
                if (parser.nextToken() == JsonToken.START_OBJECT) {
                    while (parser.nextToken() == JsonToken.FIELD_NAME) {
                        field(parser, parser.currentName());
                    }
                }
                return !images.isEmpty();
            } catch (JsonProcessingException other) {
                return false;
            }
        }

        private void field(JsonParser parser, String name) throws IOException {
            var list = parser.nextToken() == JsonToken.START_ARRAY;
            if (!list || !List.of("images", "annotations", "categories").contains(name)) {
                parser.skipChildren();
                return;
            }
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                JsonNode item = JSON.readTree(parser);
                switch (name) {
                    case "images" -> images.put(text(item, "id"), text(item, "file_name"));
                    case "categories" -> categories.put(text(item, "id"), text(item, "name"));
                    default -> box(item);
                }
            }
        }

        private void box(JsonNode item) {
            var sides = item.path("bbox");
            if (sides.size() == 4
                    && sides.path(2).asDouble() > 0
                    && sides.path(3).asDouble() > 0) {
                boxes.computeIfAbsent(text(item, "image_id"), image -> new ArrayList<>())
                        .add(item);
            }
        }

        private static String text(JsonNode item, String name) {
            return item.path(name).asText();
        }

        List<List<String>> rows(Collection<String> paths, String path, boolean split) {
            var folder = path.substring(0, path.lastIndexOf('/') + 1);
            var rows = new ArrayList<List<String>>();
            images.forEach((id, file) -> {
                var image = paths.contains(folder + file) ? folder + file : file;
                var cell = cell(boxes.getOrDefault(id, List.of()));
                rows.add(split ? List.of(image, cell, part(path).orElseThrow()) : List.of(image, cell));
            });
            return rows;
        }

        private String cell(List<JsonNode> found) {
            return PictureBoxes.cell(found.stream()
                    .map(item -> {
                        var category = text(item, "category_id");
                        var sides = item.path("bbox");
                        return new Box(
                                categories.getOrDefault(category, category),
                                sides.path(0).asDouble(),
                                sides.path(1).asDouble(),
                                sides.path(2).asDouble(),
                                sides.path(3).asDouble());
                    })
                    .toList());
        }
    }
}
