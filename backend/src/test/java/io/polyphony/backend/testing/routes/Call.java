package io.polyphony.backend.testing.routes;

import io.polyphony.backend.testing.TestTeam;
import io.restassured.RestAssured;
import io.restassured.http.Method;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A request that would succeed if its caller may.
 *
 * @param path with ids filled in
 * @param prepare adds a body and headers
 */
public record Call(String path, UnaryOperator<RequestSpecification> prepare) {
    /** A request without a body. */
    public static Call of(String path) {
        return new Call(path, request -> request);
    }

    /** A request with a JSON body. */
    public static Call of(String path, Map<String, ?> body) {
        return new Call(path, request -> request.contentType("application/json").body(body));
    }

    int status(Route route, Optional<String> token) {
        if (route.endless()) {
            return statusOfStream(token);
        }
        var request = token.map(TestTeam::with).orElseGet(RestAssured::given);
        return prepare.apply(request)
                .request(Method.valueOf(route.verb()), path)
                .statusCode();
    }

    private int statusOfStream(Optional<String> token) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path));
        token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        try (var client = HttpClient.newHttpClient()) {
            var response = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            client.shutdownNow();
            return response.statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
