package io.polyphony.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScenarioTest {

    @ParameterizedTest
    @ValueSource(strings = {"reviews", "digits"})
    void names_a_file_that_is_there_with_its_licence_and_references_only_its_own_tasks(String name) throws IOException {
        var folder = Path.of(name);
        var scenario = Scenario.read(folder);
        var tasks = new HashSet<String>();
        scenario.tasks().forEach(task -> tasks.add(task.get("target").asText()));

        assertThat(folder.resolve(scenario.file())).exists();
        assertThat(Files.readString(folder.resolve("README.md"))).contains("CC");
        assertThat(scenario.references())
                .isNotEmpty()
                .allSatisfy(r -> assertThat(tasks).contains(r.task()));
    }
}
