package io.polyphony.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What a test needs to be there before a person comes: made over REST, as a script would. */
final class Rest implements AutoCloseable {
    private final APIRequestContext requests;

    Rest(APIRequestContext requests) {
        this.requests = requests;
    }

    /** @return the data set's id */
    String upload(Path file, String project) {
        var form = FormData.create().set("file", file).set("name", "set " + file.getFileName());
        return id(
                requests.post("/api/v1/datasets", RequestOptions.create().setMultipart(form.set("project", project))));
    }

    String defaultProject() {
        return json(requests.get("/api/v1/projects"))
                .getAsJsonArray("items")
                .get(0)
                .getAsJsonObject()
                .get("id")
                .getAsString();
    }

    /** @return the experiment's id */
    String experiment(String dataset, String target, Map<String, ?> search, int trials) {
        return id(post(
                "/api/v1/experiments",
                Map.of(
                        "name",
                        "search for " + target,
                        "dataset",
                        dataset,
                        "tasks",
                        List.of(Map.of("target", target)),
                        "search",
                        search,
                        "budget",
                        Map.of("trials", trials))));
    }

    void user(String name, String password) {
        id(post("/api/v1/users", Map.of("name", name, "password", password)));
    }

    /** The status of a look at oneself with another token. */
    int statusWith(String token) {
        return requests.get("/api/v1/me", RequestOptions.create().setHeader("Authorization", "Bearer " + token))
                .status();
    }

    /** What a path answers to a program that sends it something. */
    APIResponse sent(String path) {
        return post(path, Map.of());
    }

    private APIResponse post(String path, Map<String, ?> body) {
        return requests.post(path, RequestOptions.create().setData(body));
    }

    private static String id(APIResponse answer) {
        return json(answer).get("id").getAsString();
    }

    private static JsonObject json(APIResponse answer) {
        assertThat(answer.ok()).as(answer.text()).isTrue();
        return JsonParser.parseString(answer.text()).getAsJsonObject();
    }

    @Override
    public void close() {
        requests.dispose();
    }
}
