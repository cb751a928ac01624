package io.polyphony.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

class ComposeFileTest {
    private static final JsonSchema SCHEMA =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(schema());

    private final JsonNode compose = parse(Repository.text(Repository.file("docker-compose.yml")));

    @Test
    void follows_the_published_schema() {
        assertThat(problems(compose)).isEmpty();
    }

    @Test
    void a_misspelled_property_is_refused() {
        assertThat(problems(parse("services: {server: {imagine: polyphony}}"))).anyMatch(it -> it.contains("imagine"));
    }

    @Test
    void has_a_database_a_server_and_two_workers() {
        assertThat(services().keySet()).containsExactlyInAnyOrder("database", "server", "worker-1", "worker-2");
        assertThat(role("server")).isEqualTo("server");
        assertThat(role("worker-1")).isEqualTo("worker");
        assertThat(role("worker-2")).isEqualTo("worker");
    }

    @Test
    void every_volume_is_declared_and_used_by_one_service_only() {
        var used = services().values().stream()
                .flatMap(service -> StreamSupport.stream(service.path("volumes").spliterator(), false))
                .map(volume -> volume.asText().split(":", 2)[0])
                .toList();
        assertThat(used)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        List.copyOf(fields(compose.path("volumes")).keySet()));
    }

    @Test
    void listens_on_this_machine_only_and_holds_no_password() {
        assertThat(service("server").path("ports").get(0).asText()).startsWith("127.0.0.1:");
        assertThat(service("database").has("ports")).isFalse();
        assertThat(service("database").at("/environment/POSTGRES_PASSWORD").asText())
                .startsWith("${POLYPHONY_DB_PASSWORD:?");
    }

    private JsonNode service(String name) {
        return compose.path("services").path(name);
    }

    private String role(String service) {
        return service(service).at("/environment/POLYPHONY_ROLE").asText();
    }

    private Map<String, JsonNode> services() {
        return fields(compose.path("services"));
    }

    private static Map<String, JsonNode> fields(JsonNode object) {
        return object.properties().stream()
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static List<String> problems(JsonNode document) {
        Set<ValidationMessage> found = SCHEMA.validate(document);
        return found.stream().map(ValidationMessage::getMessage).toList();
    }

    /**
     * The published schema calls itself draft 2019-09, but names its parts with draft 4's "id", and its durations are
     * Go's ("60s"), not ISO 8601: drop what disagrees.
     */
    private static JsonNode schema() {
        try (var published = ComposeFileTest.class.getResourceAsStream("/compose-spec/compose-spec.json")) {
            var schema = (ObjectNode) new ObjectMapper().readTree(published);
            schema.remove("$schema");
            schema.findParents("id").stream()
                    .filter(part -> part.path("id").isTextual())
                    .forEach(part -> ((ObjectNode) part).remove("id"));
            schema.findParents("format").stream()
                    .filter(part -> part.path("format").asText().equals("duration"))
                    .forEach(part -> ((ObjectNode) part).remove("format"));
            schema.path("definitions").forEach(part -> ((ObjectNode) part).remove("id"));
            return schema;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SnakeYAML itself, because it resolves the merge keys. */
    private static JsonNode parse(String yaml) {
        return new ObjectMapper().valueToTree(new Yaml().load(yaml));
    }
}
