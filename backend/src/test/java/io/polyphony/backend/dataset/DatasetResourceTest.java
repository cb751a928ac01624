package io.polyphony.backend.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.polyphony.backend.common.DatasetId;
import io.polyphony.backend.common.ProjectId;
import io.polyphony.backend.dataset.archive.Zips;
import io.polyphony.backend.dataset.media.Samples;
import io.polyphony.backend.security.Actor;
import io.polyphony.backend.security.Role;
import io.polyphony.backend.testing.PlatformTest;
import io.polyphony.backend.testing.TestTeam;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.awt.Color;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DatasetResourceTest extends PlatformTest {
    private static final String FLOWERS = "petal,colour,split\n"
            + IntStream.range(0, 60)
                    .mapToObj(i -> "%s,%s,%s%n"
                            .formatted(i * 0.31, i % 2 == 0 ? "red" : "blue", i % 5 == 0 ? "test" : "train"))
                    .collect(Collectors.joining());

    @Inject
    TestTeam team;

    @Inject
    Uploads uploads;

    private Actor ann = TestTeam.ROOT;
    private ProjectId project = ProjectId.next();

    @BeforeEach
    void project() {
        ann = team.user();
        project = team.project(ann);
    }

    @Test
    void a_form_becomes_a_dataset_with_columns_rows_and_a_profile() {
        var answer = uploads.post(ann, project, "flowers.csv", FLOWERS)
                .statusCode(201)
                .body("name", equalTo("flowers"), "project", equalTo(project.toString()))
                .extract();
        var id = answer.<String>path("id");
        assertThat(answer.header("Location")).endsWith("/api/v1/datasets/" + id);
        uploads.over(ann, DatasetId.fromString(id));
        get("/" + id).body("state", equalTo("READY"), "progress", equalTo(1.0f), "latest.rows", equalTo(60));
        get("/" + id + "/columns")
                .body("name", contains("petal", "colour", "split"))
                .body("modality", contains("NUMERIC", "CATEGORICAL", "CATEGORICAL"))
                .body("role", contains("INPUT", "INPUT", "SPLIT"))
                .body("[1].topValues.red", equalTo(30));
        get("/" + id + "/preview?offset=58&limit=5")
                .body("total", equalTo(60), "rows", hasSize(2), "rows[0]", contains("17.98", "red", "train"));
        get("/" + id + "/profile").body("splits.test", equalTo(12), "modalities.NUMERIC", equalTo(1));
    }

    @Test
    void a_raw_stream_becomes_a_version_and_equal_bytes_do_not_become_another() {
        var first = put("flowers", FLOWERS);
        uploads.over(ann, first);
        assertThat(put("flowers", FLOWERS)).isEqualTo(first);
        get("/" + first + "/versions").body("number", contains(1));
        put("flowers", FLOWERS + "1,red,train\n");
        uploads.over(ann, first);
        get("/" + first + "/versions").body("number", contains(2, 1), "rows", contains(61, 60));
        get("/" + first + "/columns?version=1").body("name", hasItem("petal"));
    }

    @Test
    void a_refused_upload_names_file_row_and_column() {
        var id = uploads.imported(ann, project, "ragged.csv", "a,b\n1,2\n3\n").id();
        get("/" + id)
                .body("state", equalTo("FAILED"), "usable", nullValue())
                .body("latest.problems[0].file", equalTo("ragged.csv"))
                .body("latest.problems[0].row", equalTo(3))
                .body("latest.problems[0].column", equalTo("b"))
                .body("latest.problems[0].detail", containsString("1 cells"));
        get("/" + id + "/columns").body("", hasSize(0));
    }

    @Test
    void images_and_sound_of_an_archive_are_shown_safely() {
        var zip = new Zips().add("pairs.csv", "picture,sound,label\nimg/a.png,a.wav,x\nimg/b.jpg,b.wav,y\n");
        zip.add("img/a.png", Samples.image("png", 300, 200, Color.RED));
        zip.add("img/b.jpg", Samples.image("jpg", 30, 20, Color.RED));
        zip.add("a.wav", Samples.tone(8_000, 0.2)).add("b.wav", Samples.tone(8_000, 0.4));
        var id = uploads.imported(ann, project, "pairs.zip", zip.bytes()).id();
        get("/" + id + "/columns")
                .body("modality", contains("IMAGE", "AUDIO", "CATEGORICAL"))
                .body("[0].media.maxWidth", equalTo(300), "[1].media.maxSeconds", equalTo(0.4f));
        get("/" + id + "/media?path=img/b.jpg")
                .contentType("image/jpeg")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", containsString("sandbox"));
        get("/" + id + "/media?thumbnail=true&path=img/a.png").contentType("image/png");
        team.as(ann)
                .get("/api/v1/datasets/" + id + "/media?path=../../etc/passwd")
                .then()
                .statusCode(404);
    }

    @Test
    void corrections_make_a_new_version_and_leave_the_old_one_alone() {
        var id = uploads.imported(ann, project, "f.csv", FLOWERS).id();
        patch(
                        id,
                        List.of(
                                Map.of("name", "colour", "role", "TARGET"),
                                Map.of("name", "petal", "modality", "CATEGORICAL")))
                .statusCode(200)
                .body("latest.number", equalTo(2), "state", equalTo("READY"), "latest.rows", equalTo(60));
        get("/" + id + "/columns").body("role", contains("INPUT", "TARGET", "SPLIT"));
        get("/" + id + "/columns?version=1").body("role", contains("INPUT", "INPUT", "SPLIT"));
        get("/" + id + "/preview").body("rows", hasSize(50));
        patch(id, List.of(Map.of("name", "colour", "modality", "NUMERIC"), Map.of("name", "nothing", "role", "ID")))
                .statusCode(422)
                .body("errors.pointer", contains("/0", "/1"));
    }

    @Test
    void lists_of_numbers_may_be_called_a_series_and_words_may_not() {
        var pulses = "pulse,word,liked\n" + "1 2 3,red,yes\n[4;5],blue,no\n".repeat(30);
        var id = uploads.imported(ann, project, "p.csv", pulses).id();
        patch(id, List.of(Map.of("name", "pulse", "modality", "SERIES", "role", "INPUT")))
                .statusCode(200);
        get("/" + id + "/columns").body("modality", contains("SERIES", "CATEGORICAL", "CATEGORICAL"));
        patch(id, List.of(Map.of("name", "word", "modality", "SERIES")))
                .statusCode(422)
                .body("errors.pointer", contains("/0"));
    }

    @Test
    void lists_page_newest_first() {
        var ids = IntStream.range(0, 3)
                .mapToObj(i -> put("set" + i, FLOWERS).toString())
                .toList();
        var next = get("?limit=2&project=" + project)
                .body("items.id", contains(ids.get(2), ids.get(1)))
                .extract()
                .<String>path("next");
        get("?limit=2&project=" + project + "&cursor=" + next)
                .body("items.id", contains(ids.getFirst()), "next", nullValue());
    }

    @Test
    void strangers_see_nothing_and_viewers_change_nothing() {
        var id = uploads.imported(ann, project, "f.csv", FLOWERS).id();
        var stranger = team.as(team.user());
        stranger.get("/api/v1/datasets/" + id).then().statusCode(404).contentType("application/problem+json");
        team.as(team.user()).get("/api/v1/datasets").then().body("items.id", not(hasItem(id.toString())));
        var viewer = team.member(ann, project, Role.VIEWER);
        team.as(viewer).get("/api/v1/datasets/" + id).then().statusCode(200);
        team.as(viewer).delete("/api/v1/datasets/" + id).then().statusCode(403);
        uploads.post(viewer, project, "g.csv", FLOWERS).statusCode(403);
        uploads.post(team.user(), project, "g.csv", FLOWERS).statusCode(404);
    }

    @Test
    void a_deleted_dataset_is_gone() {
        var id = uploads.imported(ann, project, "f.csv", FLOWERS).id();
        team.as(ann).delete("/api/v1/datasets/" + id).then().statusCode(204);
        team.as(ann).get("/api/v1/datasets/" + id).then().statusCode(404);
        assertThat(put("f.csv", FLOWERS)).isNotEqualTo(id);
    }

    @Test
    void a_form_without_a_file_and_a_wrong_project_are_refused() {
        team.as(ann)
                .contentType("multipart/form-data")
                .multiPart("name", "x")
                .post("/api/v1/datasets")
                .then()
                .statusCode(422)
                .body("detail", startsWith("The form has no part (file)"));
        team.as(ann)
                .contentType("application/octet-stream")
                .body("a,b\n".getBytes(StandardCharsets.UTF_8))
                .put("/api/v1/datasets/x/content?project=none")
                .then()
                .statusCode(422);
    }

    private DatasetId put(String name, String content) {
        return DatasetId.fromString(team.as(ann)
                .contentType("application/octet-stream")
                .body(content.getBytes(StandardCharsets.UTF_8))
                .put("/api/v1/datasets/" + name + "/content?project=" + project + "&fileName=" + name + ".csv")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id"));
    }

    private ValidatableResponse patch(DatasetId id, List<Map<String, String>> corrections) {
        return team.as(ann)
                .body(corrections)
                .patch("/api/v1/datasets/" + id + "/columns")
                .then();
    }

    private ValidatableResponse get(String path) {
        return team.as(ann).get("/api/v1/datasets" + path).then().statusCode(200);
    }
}
