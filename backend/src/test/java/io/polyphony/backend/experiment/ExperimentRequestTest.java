package io.polyphony.backend.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import io.polyphony.backend.common.DatasetId;
import io.polyphony.backend.common.ProjectId;
import io.polyphony.backend.security.Actor;
import io.polyphony.backend.security.Role;
import io.polyphony.backend.testing.PlatformTest;
import io.polyphony.backend.testing.SmallData;
import io.polyphony.backend.testing.TestTeam;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ExperimentRequestTest extends PlatformTest {
    @Inject
    TestTeam team;

    @Inject
    SmallData data;

    @Inject
    ExperimentService experiments;

    private Actor ann;
    private ProjectId project;
    private DatasetId dataset;

    @BeforeEach
    void upload() {
        ann = team.user();
        project = team.project(ann);
        dataset = data.upload(ann, project, 80);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "'tasks':[{'target':'likes'}] | /tasks/0/target | liked",
                "'tasks':[{'target':'liked'},{'target':'liked'}] | /tasks/1/target | twice",
                "'tasks':[{'target':'stars','type':'binary'}] | /tasks/0/type | needs two",
                "'tasks':[{'target':'liked','type':'regression'}] | /tasks/0/type | no numbers",
                "'tasks':[{'target':'liked','type':'guess'}] | /tasks/0/type | multiclass",
                "'tasks':[{'target':'liked','metric':'rocauc'}] | /tasks/0/metric | roc_auc",
                "'tasks':[] | /tasks | target",
                "'inputs':['reviw'] | /inputs/0 | review",
                "'inputs':['liked'] | /inputs/0 | target",
                "'search':{'fusions':['glue']} | /search/fusions/0 | gated",
                "'search':{'fusions':[]} | /search/fusions | needs a fusion",
                "'search':{'encoders':{'TEXT':['tfidf','magic']}} | /search/encoders/TEXT/1 | gru",
                "'search':{'encoders':{'IMAGE':[]}} | /search/encoders/IMAGE | resnet10",
                "'search':{'encoders':{'TABULAR':['minirocket']}} | /search/encoders/TABULAR | t0, t1",
                "'search':{'lossWeightings':['uncertain']} | /search/lossWeightings/0 | uncertainty",
                "'search':{'training':{'optimiser':['adam']}} | /search/training/optimiser | optimizer",
                "'search':{'training':{'optimizer':['adamx']}} | /search/training/optimizer/0 | adamw",
                "'search':{'training':{'head_rate.star':['1']}} | /search/training/head_rate.star | head_rate.stars",
                "'search':{'training':{'clipping':[]}} | /search/training/clipping | needs a clipping",
                "'search':{'sampler':'rndom'} | /search/sampler | random",
                "'search':{'pruner':'mediam'} | /search/pruner | median",
                "'search':{'pruner':'percentile','prunerSettings':{'share':1.5}} | /search/prunerSettings/share | Maybe 0.25",
                "'search':{'pruner':'median','prunerSettings':{'share':0.5}} | /search/prunerSettings/share | startup",
                "'search':{'pruner':'none','prunerSettings':{'share':0.5}} | /search/prunerSettings/share | no numbers",
                "'search':{'pruner':'threshold','prunerSettings':{'star':2}} | /search/prunerSettings/star | stars",
                "'search':{'pruner':'threshold','scalarization':'weighted-sum','prunerSettings':{'stars':2}} | /search/prunerSettings/stars | made one",
                "'search':{'epochs':0} | /search/epochs | 1..1000",
                "'search':{'scalarization':'sum'} | /search/scalarization | weighted-sum",
                "'objectives':[{'target':'stars','metric':'f1'}] | /objectives/0/metric | mae",
                "'objectives':[{'measure':'speed'}] | /objectives/0/measure | latency_ms",
                "'budget':{'trials':0} | /budget/trials | 1..100000",
                "'budget':{'trials':5,'minutes':-1} | /budget/minutes | above 0",
                "'budget':{'score':2} | /budget/score | perfect",
                "'budget':{'gain':0} | /budget/gain | 0.01",
                "'budget':{'trials':5,'minutesPerTrial':0} | /budget/minutesPerTrial | above 0",
                "'split':{'column':'colour'} | /split | colour",
                "'split':{'validation':0.9} | /split | 0.5",
                "'name':'' | /name | 1 to 200"
            })
    void names_the_wrong_field_and_a_cure(String members, String pointer, String cure) {
        var body = body(members.replace('\'', '"'));

        post(body)
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors.pointer", hasItem(equalTo(pointer)))
                .body("errors.find { it.pointer == '%s' }.detail".formatted(pointer), containsString(cure));
    }

    @Test
    void names_all_wrong_fields_at_once() {
        var body = body("\"tasks\":[{\"target\":\"x\"}],\"budget\":{\"trials\":-3},\"search\":{\"sampler\":\"y\"}");

        var pointers = post(body).statusCode(422).extract().jsonPath().<String>getList("errors.pointer");

        assertThat(pointers).contains("/tasks/0/target", "/budget/trials", "/search/sampler");
    }

    @Test
    void refuses_what_is_no_experiment_at_all() {
        post("{\"nam\": \"x\"}").statusCode(400).body("detail", containsString("nam"));
        post("[]").statusCode(400);
        post("").statusCode(422);
    }

    @Test
    void knows_no_foreign_data_set() {
        var stranger = team.user();

        team.as(stranger)
                .body(body("\"seed\":1"))
                .post("/api/v1/experiments")
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }

    @Test
    void tells_what_a_search_may_choose_and_why() {
        team.as(ann)
                .get("/api/v1/experiments/choices")
                .then()
                .statusCode(200)
                .body("fusions.name", hasItems("concatenation", "transformer", "film"))
                .body("fusions.explanation", everyItem(endsWith(".")))
                .body("lossWeightings.name", hasItem("uncertainty"))
                .body("encoders.TEXT.name", hasItems("tfidf", "gru", "transformer"))
                .body("encoders.AUDIO.explanation", everyItem(endsWith(".")))
                .body("heads.name", hasItems("binary", "ordinal", "forecast", "segmentation"))
                .body("heads.explanation", everyItem(endsWith(".")))
                .body("training.name", hasItems("head", "class_balance", "regression_loss"))
                .body("training.name", hasItems("optimizer", "schedule", "averaging", "head_rate", "freeze"))
                .body("training.explanation", everyItem(endsWith(".")))
                .body("training.find { it.name == 'optimizer' }.options.name", hasItems("adamw", "sgd", "lion"))
                .body("samplers.name", hasItem("ensemble"))
                .body("pruners.find { it.usual }.name", equalTo("median"))
                .body("pruners.find { it.name == 'percentile' }.settings.name", hasItems("share", "startup"))
                .body("pruners.find { it.name == 'threshold' }.limits", equalTo(true));
    }

    /** Stored with the search, for those who ask what it did and for the next one like it. */
    @Test
    void a_pruner_is_given_its_numbers() {
        var body = body(
                "\"search\":{\"pruner\":\"threshold\",\"prunerSettings\":{\"stars\":2.5,\"after\":3},\"referees\":false}");
        var id = post(body).statusCode(201).extract().<String>path("id");
        team.as(ann)
                .get("/api/v1/experiments/" + id + "/comparison")
                .then()
                .statusCode(200)
                .body("experiment.search.prunerSettings.stars", equalTo(2.5f))
                .body("experiment.search.prunerSettings.after", equalTo(3f));
        var usual = post(body("\"search\":{\"pruner\":\"percentile\",\"referees\":false}"));
        usual.statusCode(201).body("search.prunerSettings.share", equalTo(0.25f));
    }

    @Test
    void lets_no_viewer_start_a_search() {
        var viewer = team.member(ann, project, Role.VIEWER);

        team.as(viewer)
                .body(body("\"seed\":1"))
                .post("/api/v1/experiments")
                .then()
                .statusCode(403);
    }

    @Test
    void fills_in_what_was_left_out() {
        var view = experiments.preview(ann, lasting(null));

        assertThat(view.tasks().stream().map(task -> Map.entry(task.type().name(), task.metric())))
                .containsExactly(Map.entry("BINARY", "roc_auc"), Map.entry("REGRESSION", "mae"));
        assertThat(view.inputs().stream().map(input -> input.name())).containsExactly("table", "text");
        assertThat(view.search().fusions()).isEqualTo(SearchChoices.USUAL_FUSIONS);
        assertThat(view.budget().trials()).isEqualTo(50);
        assertThat(view.progress().planned()).isEqualTo(50);
        assertThat(view.progress().refereesPlanned()).isEqualTo(4);
    }

    @Test
    void nobody_knows_how_many_trials_a_time_holds() {
        assertThat(experiments
                        .preview(ann, lasting(new BudgetRequest(null, 5.0)))
                        .progress()
                        .planned())
                .isNull();
        assertThat(experiments
                        .preview(ann, lasting(new BudgetRequest(20, 5.0)))
                        .progress()
                        .planned())
                .isEqualTo(20);
    }

    @Test
    void copies_of_a_row_are_not_parted_unless_asked_for() {
        // The rows of this table differ: only a person's word keeps rows together.
        var asked = new SplitRequest(null, null, null, null, null, null, null, true, null);
        var request = new ExperimentRequest(
                "Fill", dataset, List.of(new TaskRequest("liked", null, null)), null, null, asked, null, null, null);
        assertThat(experiments.preview(ann, request).split().copies()).contains("liked");
        assertThat(experiments.preview(ann, lasting(null)).split().copies()).isEmpty();
    }

    private ExperimentRequest lasting(@Nullable BudgetRequest budget) {
        return new ExperimentRequest(
                "Fill",
                dataset,
                List.of(new TaskRequest("liked", null, null), new TaskRequest("stars", null, null)),
                null,
                null,
                null,
                null,
                budget,
                null);
    }

    private String body(String members) {
        var defaults = Map.of(
                "name", "\"Dresses\"",
                "dataset", "\"%s\"".formatted(dataset),
                "tasks", "[{\"target\":\"liked\"},{\"target\":\"stars\"}]",
                "budget", "{\"trials\":2}");
        var body = new StringBuilder("{").append(members);
        defaults.forEach((name, value) -> {
            if (!members.contains("\"" + name + "\":")) {
                body.append(",\"").append(name).append("\":").append(value);
            }
        });
        return body.append("}").toString();
    }

    private ValidatableResponse post(String body) {
        return team.as(ann).body(body).post("/api/v1/experiments").then();
    }
}
