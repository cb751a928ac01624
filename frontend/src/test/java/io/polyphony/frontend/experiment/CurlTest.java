package io.polyphony.frontend.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.polyphony.backend.experiment.BudgetRequest;
import io.polyphony.backend.experiment.ExperimentRequest;
import io.polyphony.backend.experiment.TaskRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CurlTest {
    private final ObjectMapper json = new ObjectMapper();

    @Test
    void a_shell_reads_the_very_request_back_even_with_apostrophes() throws Exception {
        var request = new ExperimentRequest(
                "Anna's $(rm -rf /) `first` \"one\"",
                null,
                List.of(new TaskRequest("rating", null, null)),
                null,
                null,
                null,
                new BudgetRequest(3, null),
                null);
        var call = new Curl(json).call(request).replace("curl ", "printf '%s\\0' ");
        var shell = new ProcessBuilder("sh", "-c", call).start();
        var words = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8).split("\0");
        assertThat(shell.waitFor()).isZero();
        var body = json.readTree(words[words.length - 1]);
        assertThat(body.get("name").asText()).isEqualTo(request.name());
        assertThat(body.get("tasks").get(0).get("target").asText()).isEqualTo("rating");
        assertThat(body.has("seed")).as("what was not said is left out").isFalse();
    }
}
