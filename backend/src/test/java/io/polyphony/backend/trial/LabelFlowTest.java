package io.polyphony.backend.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.backend.testing.FlowTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Stories with several topics each; the topics are words of the story. */
@QuarkusTest
class LabelFlowTest extends FlowTest {
    private static final List<String> TOPICS = List.of("crime", "love", "sea", "war");

    private static String csv() {
        var random = new SplittableRandom(4);
        return IntStream.range(0, 400)
                .mapToObj(row -> {
                    var topics = TOPICS.stream()
                            .filter(topic -> random.nextInt(3) == 0)
                            .toList();
                    var words = topics.stream().map(topic -> "about " + topic).collect(Collectors.joining(" and "));
                    return "a story %s %d,%s".formatted(words, random.nextInt(9), String.join("; ", topics));
                })
                .collect(Collectors.joining("\n", "story,topics\n", "\n"));
    }

    @Test
    void tells_sets_of_labels() {
        var dataset = data.uploadCsv(ann, project, "stories.csv", csv());
        var reason = get("/datasets/%s/columns".formatted(dataset)).getString("find { it.name == 'topics' }.reason");
        assertThat(reason).contains("sets of labels", "4 labels");

        var body = """
                {"name":"Stories","dataset":"%s","tasks":[{"target":"topics"}],"seed":1,"budget":{"trials":1},
                 "search":{"epochs":15,"referees":false}}""".formatted(dataset);
        var id = started(body);
        var comparison = completed(id);
        assertThat(get("/experiments/" + id).getString("tasks[0].type")).isEqualTo("MULTILABEL");
        var trial = comparison.getString("rows[0].trial.id");
        assertThat(get("/trials/%s/diagnosis".formatted(trial)).getList("find { it.task == 'topics' }.labels.label"))
                .isEqualTo(TOPICS);

        var model = post("/trials/%s/promote".formatted(trial), "{}", 200);
        for (var metric : List.of("pr_auc", "roc_auc", "micro_f1", "macro_f1", "subset_accuracy")) {
            assertThat(model.getDouble("test.topics." + metric)).as(metric).isBetween(0.8, 1.0);
        }
        assertThat(model.getDouble("test.topics.hamming_loss")).isLessThan(0.1);
        var path = "/models/%s/predictions".formatted(model.getString("id"));
        var answers = post(path, "{\"rows\":[{\"story\":\"a story about love and about war 3\"}]}", 200);
        assertThat(answers.getList("predictions[0].topics.labels")).containsExactly("love", "war");
        assertThat(answers.getMap("predictions[0].topics.probabilities"))
                .containsOnlyKeys("crime", "love", "sea", "war");
        assertThat(answers.getMap("predictions[0].topics.thresholds"))
                .isEqualTo(model.getMap("thresholds.topics"))
                .containsOnlyKeys("crime", "love", "sea", "war");
        var evaluation = get("/models/%s/evaluation".formatted(model.getString("id")));
        assertThat(evaluation.getList("tasks[0].diagnosis.curves.name")).containsExactlyInAnyOrderElementsOf(TOPICS);
        assertThat(evaluation.getList("tasks[0].diagnosis.labels.recall")).hasSize(4);
    }
}
