package io.polyphony.backend.common.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Values in {@code jsonb} columns, both ways. What a newer version has added to them is passed over. */
public final class StoredJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private StoredJson() {}

    /** The value as text; throws IllegalArgumentException when it has no JSON form. */
    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The value (%s) has no JSON form.".formatted(value), e);
        }
    }

    /** The text as a value. */
    public static <T> T read(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw unreadable(json, e);
        }
    }

    /** The text as a value of a type that has types within. */
    public static <T> T read(String json, TypeReference<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw unreadable(json, e);
        }
    }

    private static IllegalStateException unreadable(String json, JsonProcessingException e) {
        return new IllegalStateException(
                "The stored JSON (%s) cannot be read. Maybe a newer version of Polyphony wrote it.".formatted(json), e);
    }
}
