package io.polyphony.backend.common.rest;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.polyphony.backend.common.FieldProblem;
import io.polyphony.backend.common.Malformed;
import io.polyphony.backend.common.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says where a JSON body cannot be read, without the names of our classes. */
final class JsonProblem {
    private static final Set<Class<?>> WHOLE = Set.of(Integer.class, int.class, Long.class, long.class);

    private JsonProblem() {}

    static Problem of(JsonProcessingException failure) {
        return switch (failure) {
            case JsonMappingException mapping when mapping.getCause() instanceof Problem problem -> problem;
            case MismatchedInputException mismatch
            when mismatch.getPath().isEmpty() && atEnd(mismatch) ->
                new Malformed(
                        "The body is empty, but this path needs a JSON object. Maybe see /q/swagger-ui for its members.");
            case JsonMappingException mapping -> mapping(mapping);
            default ->
                new Malformed("The body is no valid JSON%s: %s. Maybe a quote, a comma or a bracket is missing."
                        .formatted(place(failure.getLocation()), firstLine(failure.getOriginalMessage())));
        };
    }

    private static Malformed mapping(JsonMappingException failure) {
        var pointer = failure.getPath().stream()
                .map(part -> part.getFieldName() == null ? Integer.toString(part.getIndex()) : part.getFieldName())
                .collect(Collectors.joining("/", "/", ""));
        var why = why(failure) + place(failure.getLocation());
        return new Malformed(
                "The member %s cannot be read: %s.".formatted(pointer, why), List.of(FieldProblem.at(pointer, why)));
    }

    private static String why(JsonMappingException failure) {
        return switch (failure) {
            case UnrecognizedPropertyException unknown -> "unknown; known are " + known(unknown);
            case InvalidFormatException format
            when isEnum(format.getTargetType()) ->
                "the value (%s) is none of %s"
                        .formatted(
                                format.getValue(),
                                Arrays.toString(format.getTargetType().getEnumConstants()));
            case InvalidFormatException format ->
                "the value (%s) is no %s".formatted(format.getValue(), kind(format.getTargetType()));
            case MismatchedInputException mismatch -> "expected: %s".formatted(kind(mismatch.getTargetType()));
            default ->
                failure.getCause() instanceof IllegalArgumentException refused
                        ? firstLine(refused.getMessage())
                        : firstLine(failure.getOriginalMessage());
        };
    }

    private static String known(UnrecognizedPropertyException failure) {
        var ids = failure.getKnownPropertyIds();
        return ids == null
                ? "none"
                : ids.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
    }

    private static boolean isEnum(@Nullable Class<?> type) {
        return type != null && type.isEnum();
    }

    private static String kind(@Nullable Class<?> type) {
        if (type == null) {
            return "value of that type";
        }
        if (WHOLE.contains(type)) {
            return "whole number";
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "value of type " + type.getSimpleName();
        }
        if (CharSequence.class.isAssignableFrom(type)) {
            return "string";
        }
        if (Iterable.class.isAssignableFrom(type) || type.isArray()) {
            return "array";
        }
        return type.getSimpleName().endsWith("Id") || type.getSimpleName().equals("UUID") ? "id (UUID)" : "object";
    }

    private static boolean atEnd(JsonProcessingException failure) {
        return firstLine(failure.getOriginalMessage()).contains("end-of-input");
    }

    private static String place(@Nullable JsonLocation location) {
        return location == null || location.getLineNr() < 1
                ? ""
                : " (line %d, column %d)".formatted(location.getLineNr(), location.getColumnNr());
    }

    private static String firstLine(@Nullable String message) {
        return message == null ? "unreadable" : message.lines().findFirst().orElse("unreadable");
    }
}
