package io.polyphony.backend.common.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** JSON objects in {@code jsonb} columns, both ways. */
@ApplicationScoped
public class Json {
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final ObjectMapper mapper;

    Json(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** The object as text; throws IllegalArgumentException when a value has no JSON form. */
    public String write(Map<String, ?> object) {
        try {
            return mapper.writeValueAsString(object);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The object (%s) has no JSON form.".formatted(object), e);
        }
    }

    /** The text as an object. */
    public Map<String, Object> read(String text) {
        try {
            return mapper.readValue(text, OBJECT);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The stored JSON (%s) is not an object.".formatted(text), e);
        }
    }
}
