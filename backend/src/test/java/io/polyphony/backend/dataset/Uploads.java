package io.polyphony.backend.dataset;

import static org.awaitility.Awaitility.await;

import io.polyphony.backend.common.DatasetId;
import io.polyphony.backend.common.ProjectId;
import io.polyphony.backend.security.Actor;
import io.polyphony.backend.testing.TestTeam;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Uploads for tests, by REST and by the service, and waits for their imports. */
@ApplicationScoped
public class Uploads {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private final TestTeam team;
    private final DatasetService datasets;

    Uploads(TestTeam team, DatasetService datasets) {
        this.team = team;
        this.datasets = datasets;
    }

    /** Posts a form. */
    public ValidatableResponse post(Actor actor, ProjectId project, String fileName, byte[] content) {
        return team.as(actor)
                .contentType("multipart/form-data")
                .multiPart("file", fileName, content)
                .multiPart("project", project.toString())
                .post("/api/v1/datasets")
                .then();
    }

    public ValidatableResponse post(Actor actor, ProjectId project, String fileName, String content) {
        return post(actor, project, fileName, content.getBytes(StandardCharsets.UTF_8));
    }

    /** Uploads and waits until the import is over, well or badly. */
    public DatasetSummary imported(Actor actor, ProjectId project, String fileName, byte[] content) {
        try {
            return over(
                    actor,
                    datasets.upload(actor, project, fileName, fileName, new ByteArrayInputStream(content))
                            .id());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public DatasetSummary imported(Actor actor, ProjectId project, String fileName, String content) {
        return imported(actor, project, fileName, content.getBytes(StandardCharsets.UTF_8));
    }

    /** Waits until the newest version is READY or FAILED. */
    public DatasetSummary over(Actor actor, DatasetId dataset) {
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> datasets.get(actor, dataset), found -> found.state() != DatasetState.IMPORTING);
    }
}
