package io.polyphony.backend.trial;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.polyphony.backend.common.DatasetId;
import io.polyphony.backend.security.Actor;
import io.polyphony.backend.testing.PlatformTest;
import io.polyphony.backend.testing.SmallData;
import io.polyphony.backend.testing.TestTeam;
import io.polyphony.engine.export.Bundle;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Ratings, most of them the best or the worst: networks that are trained for the least absolute error say these exactly, and so does their median. */
@QuarkusTest
class RatingFlowTest extends PlatformTest {
    private static final int FOLDS = 3;

    @Inject
    TestTeam team;

    @Inject
    SmallData data;

    private static String csv() {
        var csv = new StringBuilder();
        for (String line : SmallData.csv(150).split("\\R")) {
            int last = line.lastIndexOf(',') + 1;
            var stars = line.substring(last);
            csv.append(line, 0, last)
                    .append(stars.equals("stars") ? stars : Double.parseDouble(stars) > 2.5 ? "5" : "1")
                    .append('\n');
        }
        return csv.toString();
    }

    @Test
    void the_networks_of_folds_answer_ratings_by_their_median() throws IOException {
        var ann = team.user();
        var dataset = data.uploadCsv(ann, team.project(ann), "ratings.csv", csv());
        var experiment = searched(ann, dataset);
        var trial = team.get(ann, "/experiments/%s/comparison".formatted(experiment))
                .getString("rows[0].trial.id");
        var model = team.post(ann, "/trials/%s/promote".formatted(trial), "{}", 200);
        assertThat(model.getString("averaging.stars")).isEqualTo("MEDIAN");
        assertThat(model.getString("averaging.liked")).isEqualTo("MEAN");
        answersByTheMedian(ann, requireNonNull(model.getString("id")));
    }

    private String searched(Actor ann, DatasetId dataset) {
        var body = """
                {"name":"Ratings","dataset":"%s","tasks":[{"target":"liked"},{"target":"stars","type":"regression"}],
                 "split":{"folds":%d},"search":{"epochs":12,"referees":false,"pruner":"none","encoders":{"TEXT":["mean"]}},
                 "budget":{"trials":1}}""".formatted(dataset, FOLDS);
        var id = requireNonNull(team.post(ann, "/experiments", body, 201).getString("id"));
        await().atMost(Duration.ofSeconds(90))
                .until(() ->
                        "COMPLETED".equals(team.get(ann, "/experiments/" + id).getString("state")));
        return id;
    }

    private void answersByTheMedian(Actor ann, String model) throws IOException {
        var file = team.as(ann).get("/api/v1/models/%s/bundle".formatted(model)).asByteArray();
        var bundle = Bundle.read(new ByteArrayInputStream(file));
        assertThat(bundle.members()).hasSize(FOLDS);
        for (String review : List.of("lovely great soft", "awful torn", "the dress arrived lovely torn")) {
            var said = new ArrayList<Double>();
            for (var member : bundle.members()) {
                var alone = Bundle.of(member.network(), "{}").predict(List.of(Map.of("price", 20, "review", review)));
                said.add((double) requireNonNull(alone.get("stars")).scores()[0][0]);
            }
            var asked = "{\"rows\":[{\"price\":20,\"review\":\"%s\"}]}".formatted(review);
            assertThat(team.post(ann, "/models/%s/predictions".formatted(model), asked, 200)
                            .getDouble("predictions[0].stars.value"))
                    .isCloseTo(said.stream().sorted().toList().get(FOLDS / 2), within(1e-5));
        }
    }
}
