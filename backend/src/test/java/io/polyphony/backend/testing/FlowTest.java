package io.polyphony.backend.testing;

import static org.awaitility.Awaitility.await;

import io.polyphony.backend.common.ProjectId;
import io.polyphony.backend.security.Actor;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;

/** Somebody with a project of her own, who does over REST what a script would do: from her data to the figures of a search. */
public abstract class FlowTest extends PlatformTest {
    /** No search here takes as long, on however busy a machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(300);

    @Inject
    protected TestTeam team;

    @Inject
    protected SmallData data;

    protected Actor ann = TestTeam.ROOT;
    protected ProjectId project = ProjectId.next();

    @BeforeEach
    protected final void joins() {
        ann = team.user();
        project = team.project(ann);
    }

    /** What is read at a path below /api/v1; the status must be 200. */
    protected final JsonPath get(String path) {
        return team.get(ann, path);
    }

    /** What is answered to JSON at a path below /api/v1; the status must be that one. */
    protected final JsonPath post(String path, String body, int status) {
        return team.post(ann, path, body, status);
    }

    /** The id of the experiment that was asked for. */
    protected final String started(String request) {
        return Objects.requireNonNull(post("/experiments", request, 201).getString("id"));
    }

    protected final String state(String experiment) {
        return Objects.requireNonNull(get("/experiments/" + experiment).getString("state"));
    }

    protected final void awaitState(String experiment, String state) {
        await().atMost(PATIENCE).until(() -> state(experiment).equals(state));
    }

    /** The comparison of an experiment, as soon as it is completed. */
    protected final JsonPath completed(String experiment) {
        awaitState(experiment, "COMPLETED");
        return get("/experiments/%s/comparison".formatted(experiment));
    }
}
