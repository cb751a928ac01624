package io.polyphony.backend.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.backend.dataset.Uploads;
import io.polyphony.backend.dataset.archive.Zips;
import io.polyphony.backend.testing.FlowTest;
import io.polyphony.backend.testing.OnnxFiles;
import io.polyphony.engine.export.Bundle;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An ONNX encoder is uploaded, checked, chosen, trained upon, and goes along with the model. */
@QuarkusTest
class UploadedEncoderFlowTest extends FlowTest {
    private static final int ROWS = 120;

    @Inject
    Uploads uploads;

    @Test
    void reads_pictures_and_goes_along_with_the_model() throws IOException {
        upload("means", OnnxFiles.PICTURES, OnnxFiles.channelMeans()).statusCode(201);
        var listed = get("/projects/%s/encoders".formatted(project));
        assertThat(listed.getList("items.name")).containsExactly("means");
        assertThat(listed.getInt("items[0].features.width")).isEqualTo(3);
        upload("means", OnnxFiles.PICTURES, OnnxFiles.channelMeans()).statusCode(409);

        var dataset = uploads.imported(ann, project, "shades.zip", shades()).id();
        var body = """
                {"name":"Shades","dataset":"%s","tasks":[{"target":"shade"}],"inputs":["picture"],"seed":1,
                 "budget":{"trials":2},
                 "search":{"epochs":20,"referees":false,"encoders":{"IMAGE":["onnx:means"]}}}""".formatted(dataset);
        var id = started(body);
        var comparison = completed(id);
        assertThat(comparison.getList("rows.trial.state")).containsOnly("COMPLETED");
        assertThat(comparison.getString("rows[0].trial.assignment.image_encoder"))
                .isEqualTo("onnx:means");

        team.as(ann)
                .delete("/api/v1/projects/%s/encoders/means".formatted(project))
                .then()
                .statusCode(204);
        var model = post("/trials/%s/promote".formatted(comparison.getString("rows[0].trial.id")), "{}", 200);
        assertThat(model.getDouble("test.shade.accuracy")).isGreaterThan(0.9);
        answersAlike(model.getString("id"));
    }

    private void answersAlike(String model) throws IOException {
        var red = picture(220, 30);
        var asked = "{\"rows\":[{\"picture\":\"%s\"}]}"
                .formatted(Base64.getEncoder().encodeToString(red));
        var said = post("/models/%s/predictions".formatted(model), asked, 200);
        assertThat(said.getString("predictions[0].shade.label")).isEqualTo("warm");
        var zip = team.as(ann).get("/api/v1/models/%s/bundle".formatted(model)).asByteArray();
        var alone = Bundle.read(new ByteArrayInputStream(zip)).predict(List.of(Map.of("picture", red)));
        double platform = said.getDouble("predictions[0].shade.probabilities.warm");
        var predictions = Objects.requireNonNull(alone.get("shade"));
        double own = predictions.scores()[0][predictions.classes().indexOf("warm")];
        assertThat(own).isCloseTo(platform, within(1e-5));
    }

    @Test
    void reads_texts_by_the_vocabulary_that_came_along() throws IOException {
        var texts = "{\"kind\":\"texts\",\"length\":32,\"lowercase\":true}";
        upload("words", texts, OnnxFiles.words(), OnnxFiles.VOCABULARY).statusCode(201);
        var body = """
                {"name":"Words","dataset":"%s","tasks":[{"target":"liked"}],"inputs":["review"],"seed":1,
                 "budget":{"trials":2},
                 "search":{"epochs":20,"referees":false,"encoders":{"TEXT":["onnx:words"]}}}""".formatted(data.upload(ann, project, 120));
        var comparison = completed(started(body));
        assertThat(comparison.getList("rows.trial.state")).containsOnly("COMPLETED");
        var model = post("/trials/%s/promote".formatted(comparison.getString("rows[0].trial.id")), "{}", 200);
        assertThat(model.getDouble("test.liked.roc_auc")).isGreaterThan(0.95);
        var path = "/models/%s/predictions".formatted(model.getString("id"));
        var said = post(path, "{\"rows\":[{\"review\":\"A LOVELY dress, soft!\"},{\"review\":\"torn\"}]}", 200);
        assertThat(said.getString("predictions[0].liked.label")).isEqualTo("yes");
        assertThat(said.getString("predictions[1].liked.label")).isEqualTo("no");
        var zip = team.as(ann)
                .get("/api/v1/models/%s/bundle".formatted(model.getString("id")))
                .asByteArray();
        var alone = Bundle.read(new ByteArrayInputStream(zip)).predict(List.of(Map.of("review", "torn")));
        assertThat(Objects.requireNonNull(alone.get("liked")).scores()[0][1])
                .isCloseTo(said.getFloat("predictions[1].liked.probabilities.yes"), within(1e-5f));
    }

    @Test
    void refuses_a_text_encoder_without_its_words_and_words_without_a_text() {
        var texts = "{\"kind\":\"texts\",\"length\":32,\"lowercase\":true}";
        assertThat(detail(upload("none", texts, OnnxFiles.words()))).contains("Maybe send its vocab.txt along");
        assertThat(detail(upload("other", texts, OnnxFiles.words(), "<s>\n</s>")))
                .contains("none is [UNK]");
        assertThat(detail(upload("longer", texts, OnnxFiles.words(), OnnxFiles.VOCABULARY + "\nmore")))
                .contains("Maybe the vocabulary is another network's");
        assertThat(detail(upload("seen", OnnxFiles.PICTURES, OnnxFiles.channelMeans(), OnnxFiles.VOCABULARY)))
                .contains("reads no texts");
    }

    private static String detail(ValidatableResponse response) {
        return String.valueOf(response.statusCode(422).extract().jsonPath().getString("errors[0].detail"));
    }

    @Test
    void refuses_what_cannot_be_used_and_says_why() {
        upload("broken", OnnxFiles.PICTURES, new byte[] {1, 2, 3}).statusCode(422);
        var shape = upload("large", "{\"kind\":\"pictures\",\"size\":16,\"channels\":3}", OnnxFiles.channelMeans());
        assertThat(shape.statusCode(422).extract().jsonPath().getString("errors[0].detail"))
                .contains("[1, 3, 16, 16]", "picture");
        var input = upload("odd", "{\"kind\":\"smells\"}", OnnxFiles.channelMeans());
        assertThat(input.statusCode(422).extract().jsonPath().getString("errors[0].pointer"))
                .isEqualTo("/input");
        var range = upload("tiny", "{\"kind\":\"pictures\",\"size\":2,\"channels\":3}", OnnxFiles.channelMeans());
        assertThat(range.statusCode(422).extract().jsonPath().getString("errors[0].detail"))
                .contains("8 to 1024");
        var name = upload("Two Words", OnnxFiles.PICTURES, OnnxFiles.channelMeans());
        assertThat(name.statusCode(422).extract().jsonPath().getString("errors[0].pointer"))
                .isEqualTo("/name");
        team.as(ann)
                .delete("/api/v1/projects/%s/encoders/none".formatted(project))
                .then()
                .statusCode(404);
    }

    private ValidatableResponse upload(String name, String input, byte[] file) {
        return upload(name, input, file, null);
    }

    private ValidatableResponse upload(String name, String input, byte[] file, @Nullable String vocabulary) {
        var request = team.as(ann)
                .contentType("multipart/form-data")
                .multiPart("file", "network.onnx", file)
                .multiPart("name", name)
                .multiPart("input", input);
        if (vocabulary != null) {
            request.multiPart("vocabulary", "vocab.txt", vocabulary.getBytes(StandardCharsets.UTF_8));
        }
        return request.post("/api/v1/projects/%s/encoders".formatted(project)).then();
    }

    private static byte[] shades() throws IOException {
        var random = new SplittableRandom(5);
        var table = new StringBuilder("picture,shade\n");
        var zip = new Zips();
        for (int row = 0; row < ROWS; row++) {
            boolean warm = random.nextBoolean();
            int strong = 150 + random.nextInt(100);
            int weak = random.nextInt(100);
            zip.add("p%d.png".formatted(row), picture(warm ? strong : weak, warm ? weak : strong));
            table.append("p%d.png,%s%n".formatted(row, warm ? "warm" : "cold"));
        }
        return zip.add("table.csv", table.toString()).bytes();
    }

    private static byte[] picture(int red, int blue) throws IOException {
        var image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 64; i++) {
            image.setRGB(i % 8, i / 8, red << 16 | 60 << 8 | blue);
        }
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }
}
