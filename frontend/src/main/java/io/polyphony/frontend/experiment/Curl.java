package io.polyphony.frontend.experiment;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.polyphony.backend.experiment.ExperimentRequest;
import java.io.UncheckedIOException;

/** The call that does over REST what the wizard does; pastes into a shell as it is. */
final class Curl {
    private final ObjectWriter writer;

    Curl(ObjectMapper mapper) {
        this.writer = mapper.copy()
                .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL)
                .writerWithDefaultPrettyPrinter();
    }

    String call(ExperimentRequest request) {
        try {
            return """
                    curl -X POST "${POLYPHONY_URL:-http://localhost:8080}/api/v1/experiments" \\
                      -H "Authorization: Bearer $POLYPHONY_TOKEN" \\
                      -H "Content-Type: application/json" \\
                      -H "Idempotency-Key: $(date +%%s)-$$" \\
                      -d '%s'""".formatted(quoted(writer.writeValueAsString(request)));
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException("An experiment request cannot be written as JSON.", impossible);
        }
    }

    /** A shell ends a quoted text at an apostrophe: close, add an escaped one, open again. */
    private static String quoted(String json) {
        return json.replace("'", "'\\''");
    }
}
