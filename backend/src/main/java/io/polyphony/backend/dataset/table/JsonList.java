package io.polyphony.backend.dataset.table;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.polyphony.engine.data.BoxCells;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An array of a row, with numbers as they are written, to a cell as the engine reads them. */
record JsonList(List<Item> items) {
    private static final JsonFactory JSON = new JsonFactory();

    /** What stands in an array. */
    private sealed interface Item {}

    private record Value(String text, JsonToken token) implements Item {
        boolean isNumber() {
            return token.isNumeric();
        }

        boolean isNothing() {
            return token == JsonToken.VALUE_NULL;
        }
    }

    private record Inner(JsonList list) implements Item {}

    private record Fields(Map<String, Item> items) implements Item {
        boolean isBox() {
            return items.get("label") instanceof Value label
                    && !label.isNothing()
                    && Stream.of("x", "y", "w", "h")
                            .allMatch(side -> items.get(side) instanceof Value number
                                    && number.isNumber()
                                    && Double.isFinite(Numbers.parse(number.text)));
        }
    }

    /** @param parser at the start of an array, and at its end after; it bounds how deep that may be nested */
    static JsonList read(JsonParser parser) throws IOException {
        var items = new ArrayList<Item>();
        for (var token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(item(parser, token));
        }
        return new JsonList(items);
    }

    private static Item item(JsonParser parser, JsonToken token) throws IOException {
        if (token == JsonToken.START_ARRAY) {
            return new Inner(read(parser));
        }
        if (token != JsonToken.START_OBJECT) {
            return new Value(parser.getText(), token);
        }
        var fields = new LinkedHashMap<String, Item>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var name = parser.currentName();
            if (fields.put(name, item(parser, parser.nextToken())) != null) {
                throw new JsonParseException(parser, "the key (%s) is written twice".formatted(name));
            }
        }
        return new Fields(fields);
    }

    /**
     * {@code [1.0, 2.0]} for numbers, with a bar between arrays of them, {@code drama; crime} for words, JSON for boxes;
     * null for anything else.
     */
    @Nullable
    String cell() throws IOException {
        if (items.stream().allMatch(Value.class::isInstance)) {
            return isNumbers() ? numbers() : words();
        }
        if (items.stream().allMatch(item -> item instanceof Inner(var list) && list.isNumbers())) {
            return items.stream().map(item -> ((Inner) item).list.numbers()).collect(Collectors.joining(" | "));
        }
        return areBoxes() ? json() : null;
    }

    private boolean areBoxes() throws IOException {
        return items.stream().allMatch(item -> item instanceof Fields fields && fields.isBox())
                || items.stream().allMatch(Fields.class::isInstance) && BoxCells.readable(json());
    }

    private Stream<Value> values() {
        return items.stream().filter(Value.class::isInstance).map(Value.class::cast);
    }

    /** Whether there are numbers and nothing else; some may be missing. */
    private boolean isNumbers() {
        return !items.isEmpty()
                && values().filter(value -> value.isNumber() || value.isNothing())
                                .count()
                        == items.size();
    }

    private String numbers() {
        return values().map(Value::text).collect(Collectors.joining(", ", "[", "]"));
    }

    /** A list of words that would be parted or understood otherwise stays JSON; so does the empty one, which is not a missing cell. */
    private String words() throws IOException {
        var words = values().filter(value -> !value.isNothing() && !value.text.isBlank())
                .map(Value::text)
                .toList();
        var joined = String.join("; ", words);
        var plain = !joined.startsWith("[") && words.stream().noneMatch(word -> word.indexOf(';') >= 0);
        return plain && !words.isEmpty() ? joined : json();
    }

    private String json() throws IOException {
        var text = new StringWriter();
        try (var out = JSON.createGenerator(text)) {
            write(out);
        }
        return text.toString();
    }

    private void write(JsonGenerator out) throws IOException {
        out.writeStartArray();
        for (var item : items) {
            write(out, item);
        }
        out.writeEndArray();
    }

    private static void write(JsonGenerator out, Item item) throws IOException {
        switch (item) {
            case Inner(var list) -> list.write(out);
            case Fields(var fields) -> {
                out.writeStartObject();
                for (var name : fields.keySet()) {
                    out.writeFieldName(name);
                    write(out, Objects.requireNonNull(fields.get(name)));
                }
                out.writeEndObject();
            }
            case Value value when value.token == JsonToken.VALUE_STRING -> out.writeString(value.text);
            // Numbers, true, false and null are written as they were read.
            case Value value -> out.writeRawValue(value.text);
        }
    }
}
