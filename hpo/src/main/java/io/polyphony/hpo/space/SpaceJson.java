package io.polyphony.hpo.space;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;

/**
 * Spaces and assignments as JSON, both ways. A space reads
 * {@snippet lang = json :
 * {"parameters": [
 *   {"type": "categorical", "name": "fusion", "choices": ["average", "gated"]},
 *   {"type": "real", "name": "gate", "low": 0.0, "high": 0.5, "log": false, "when": {"parent": "fusion", "values": ["gated"]}}]}
 * }
 * and an assignment is the plain object of its values, {@code {"fusion": "gated", "gate": 0.25}}.
 */
public final class SpaceJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addMixIn(Parameter.class, AnyParameter.class)
            .addMixIn(SearchSpace.class, AnySpace.class)
            .addMixIn(Constraint.class, AnyConstraint.class)
            .addMixIn(RealParameter.class, LogParameter.class)
            .addMixIn(IntegerParameter.class, LogParameter.class)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private SpaceJson() {}

    /** The space as JSON. */
    public static String write(SearchSpace space) {
        return text(space);
    }

    /** The assignment as JSON. */
    public static String write(Assignment assignment) {
        return text(assignment.values());
    }

    /**
     * A space from JSON.
     *
     * @throws IllegalArgumentException if it is not one
     */
    public static SearchSpace readSpace(String json) {
        try {
            return MAPPER.readValue(json, SearchSpace.class);
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException("This is not a search space: " + wrong.getOriginalMessage(), wrong);
        }
    }

    /**
     * An assignment from JSON.
     *
     * @throws IllegalArgumentException if it is not one of the space
     */
    public static Assignment readAssignment(SearchSpace space, String json) {
        return space.accept(values(json))
                .orElseThrow(() -> new IllegalArgumentException(
                        "The assignment (%s) does not fit the space. Maybe a value is out of range or a condition does not hold."
                                .formatted(json)));
    }

    private static Map<String, Object> values(String json) {
        try {
            return MAPPER.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException("This is not an assignment: " + wrong.getOriginalMessage(), wrong);
        }
    }

    private static String text(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("The value (%s) cannot be written as JSON.".formatted(value), impossible);
        }
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = RealParameter.class, name = "real"),
        @JsonSubTypes.Type(value = IntegerParameter.class, name = "integer"),
        @JsonSubTypes.Type(value = CategoricalParameter.class, name = "categorical"),
        @JsonSubTypes.Type(value = OrdinalParameter.class, name = "ordinal")
    })
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private interface AnyParameter {}

    /** Spaces written before there were constraints have none. */
    private interface AnySpace {
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @JsonSetter(nulls = Nulls.AS_EMPTY)
        List<Constraint> constraints();
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Constraint.Product.class, name = "product"),
        @JsonSubTypes.Type(value = Constraint.Sum.class, name = "sum")
    })
    private interface AnyConstraint {}

    private interface LogParameter {
        @JsonProperty("log")
        boolean logarithmic();
    }
}
