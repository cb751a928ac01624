package io.polyphony.examples;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** Follows long work of the server until it ends, showing how far it is. */
record Watch(Api api, Progress progress) {

    private static final long EVERY = TimeUnit.MILLISECONDS.toNanos(500);

    /** The imported data set. */
    JsonNode dataset(String id) {
        var dataset = poll("/datasets/" + id, answer -> {
            progress.show(answer.path("progress").asDouble(), "importing");
            return !is(answer, "importing");
        });
        if (!is(dataset, "ready")) {
            throw new IllegalStateException("The import failed: " + dataset);
        }
        return dataset;
    }

    /** The finished experiment. */
    JsonNode experiment(String id) {
        return poll("/experiments/" + id, answer -> {
            showSearch(answer.get("progress"));
            return is(answer, "completed") || is(answer, "cancelled") || is(answer, "failed");
        });
    }

    private void showSearch(JsonNode p) {
        var left = p.path("secondsLeft");
        progress.show(
                p.get("fraction").asDouble(),
                "%d%s trials, %d referees, %d running, %d pruned, %d failed, %s spent%s"
                        .formatted(
                                p.get("finished").asInt(),
                                p.path("planned").isNumber()
                                        ? " of " + p.get("planned").asInt()
                                        : "",
                                p.get("referees").asInt(),
                                p.get("running").asInt(),
                                p.get("pruned").asInt(),
                                p.get("failed").asInt(),
                                clock(p.get("secondsSpent").asDouble()),
                                left.isNumber() ? ", " + clock(left.asDouble()) + " left" : ""));
    }

    private JsonNode poll(String path, Predicate<JsonNode> ended) {
        var answer = api.get(path);
        while (!ended.test(answer)) {
            LockSupport.parkNanos(EVERY);
            answer = api.get(path);
        }
        progress.done();
        return answer;
    }

    private static boolean is(JsonNode answer, String state) {
        return answer.get("state").asText().equalsIgnoreCase(state);
    }

    private static String clock(double seconds) {
        return Progress.clock(Duration.ofSeconds(Math.round(seconds)));
    }
}
