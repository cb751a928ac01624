package io.polyphony.backend.common.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.polyphony.backend.common.ProjectId;
import io.polyphony.backend.common.event.EventFilter;
import io.polyphony.backend.common.event.EventLog;
import io.polyphony.backend.security.Actor;
import io.polyphony.backend.testing.PlatformTest;
import io.polyphony.backend.testing.TestTeam;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EventStreamsTest extends PlatformTest {
    @Inject
    TestTeam team;

    @Inject
    EventLog log;

    @Inject
    EntityManager entities;

    private Actor ann;
    private ProjectId project;

    @BeforeEach
    void project() {
        ann = team.user();
        project = team.project(ann);
    }

    @Test
    void a_client_that_comes_back_with_its_last_id_goes_on_without_a_gap() throws Exception {
        append("one");
        append("two");
        long first =
                log.after(0, new EventFilter.OfProject(project), 1).getFirst().seq();
        var lines = new CopyOnWriteArrayList<String>();
        try (var client = HttpClient.newHttpClient()) {
            var response = open(client, first);
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("text/event-stream");
            Thread.ofVirtual().start(() -> response.body().forEach(lines::add));
            await().atMost(Duration.ofSeconds(10)).until(() -> events(lines).equals(List.of("two")));
            append("three");
            await().atMost(Duration.ofSeconds(10)).until(() -> events(lines).equals(List.of("two", "three")));
            assertThat(lines).anyMatch(line -> line.startsWith("data:") && line.contains("\"project\":\"" + project));
            client.shutdownNow();
        }
    }

    @Test
    void silence_is_filled_with_heartbeats_and_a_revoked_right_ends_the_stream() throws Exception {
        var lines = new CopyOnWriteArrayList<String>();
        try (var client = HttpClient.newHttpClient()) {
            var response = open(client, log.last());
            var reader = Thread.ofVirtual().start(() -> response.body().forEach(lines::add));
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> lines.stream().anyMatch(line -> line.equals(":heartbeat")));
            QuarkusTransaction.requiringNew()
                    .run(() -> entities.createNativeQuery("delete from project_member where project_id = :project")
                            .setParameter("project", project.value())
                            .executeUpdate());
            await().atMost(Duration.ofSeconds(10)).until(() -> !reader.isAlive());
            client.shutdownNow();
        }
    }

    @Test
    void a_stranger_gets_no_stream() {
        team.as(team.user()).get(path()).then().statusCode(404);
    }

    private HttpResponse<Stream<String>> open(HttpClient client, long last) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path()))
                .header("Authorization", "Bearer " + team.token(ann))
                .header("Last-Event-ID", Long.toString(last))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofLines());
    }

    private String path() {
        return "/api/v1/projects/" + project + "/events";
    }

    private void append(String type) {
        QuarkusTransaction.requiringNew().run(() -> log.append(type, project, null, null, Map.of()));
    }

    private static List<String> events(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith("event:"))
                .map(line -> line.substring("event:".length()).strip())
                .toList();
    }
}
