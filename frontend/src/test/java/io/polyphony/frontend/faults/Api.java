package io.polyphony.frontend.faults;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;

/** The REST API of a child process. */
record Api(HttpClient client, int port, String token) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Api of(int port, String token) {
        return new Api(HttpClient.newHttpClient(), port, token);
    }

    JsonNode get(String path) {
        return send(request(path).GET());
    }

    JsonNode post(String path, String body) {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    JsonNode put(String path, String body) {
        return send(
                request(path).header("Content-Type", "application/octet-stream").PUT(BodyPublishers.ofString(body)));
    }

    /** Uploads rows and waits until they can be used; the dataset's id. */
    String dataset(String name, String csv) {
        var id = put("/datasets/%s/content?fileName=%s.csv".formatted(name, name), csv)
                .get("id")
                .asText();
        await("the dataset " + name)
                .atMost(Duration.ofSeconds(180))
                .until(() -> get("/datasets/" + id).get("state").asText().equals("READY"));
        return id;
    }

    /** Starts an experiment. */
    UUID experiment(String request) {
        return UUID.fromString(post("/experiments", request).get("id").asText());
    }

    /** Waits for the end of an experiment. */
    void completed(UUID experiment, Duration most) {
        await("the end of the experiment " + experiment)
                .atMost(most)
                .ignoreExceptions()
                .until(() ->
                        get("/experiments/" + experiment).get("state").asText().equals("COMPLETED"));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/api/v1%s".formatted(port, path)))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token);
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            var response = client.send(request.build(), BodyHandlers.ofString());
            if (response.statusCode() >= 400) {
                throw new IllegalStateException(response.statusCode() + ": " + response.body());
            }
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
