package io.polyphony.examples;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What the demo runs, read from {@code scenario.json} beside the data.
 *
 * @param tasks as the REST API takes them
 * @param targets what five minutes of search should reach on the sealed test rows
 * @param references published or measured figures on the same test rows, printed beside ours
 */
record Scenario(
        String name,
        String file,
        JsonNode tasks,
        JsonNode budget,
        long seed,
        List<Reference> references,
        List<Target> targets) {

    /** One outside figure: {@code value} of {@code metric} for {@code task}, and who got it how. */
    record Reference(String task, String metric, double value, String source) {}

    /** What {@link Accuracy} holds the median of its seeds against. */
    record Target(String task, String metric, double value, boolean higherIsBetter) {
        boolean metBy(double figure) {
            return higherIsBetter ? figure >= value : figure <= value;
        }
    }

    static Scenario read(Path folder) throws IOException {
        return JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build()
                .readValue(folder.resolve("scenario.json").toFile(), Scenario.class);
    }

    List<Reference> referencesFor(String task) {
        return references.stream().filter(r -> r.task().equals(task)).toList();
    }
}
