package io.polyphony.hpo.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SpaceJsonTest {

    private final SearchSpace space = SearchSpace.of(
            Parameter.categorical("fusion", "average", "gated"),
            Parameter.real("gate", 0, 0.5).step(0.1).when("fusion", "gated"),
            Parameter.real("lr", 1e-4, 1e-2).log(),
            Parameter.integer("width", 16, 256).log().when("fusion", "average"),
            Parameter.integer("depth", 1, 9).step(2),
            Parameter.ordinal("batch", 32, 64, 128),
            Parameter.ordinal("dropout", 0, 0.25, 0.5),
            Parameter.ordinal("size", "small", "large").when("depth", 3, 5));

    @Test
    void a_space_comes_back_as_it_was() {
        assertThat(SpaceJson.readSpace(SpaceJson.write(space))).isEqualTo(space);
    }

    @Test
    void assignments_come_back_as_they_were() {
        var random = new SplittableRandom(1);
        for (int i = 0; i < 200; i++) {
            Assignment assignment = space.sample(random);
            assertThat(SpaceJson.readAssignment(space, SpaceJson.write(assignment)))
                    .isEqualTo(assignment);
        }
    }

    @Test
    void the_form_is_the_documented_one() {
        var small = SearchSpace.of(
                Parameter.categorical("fusion", "average", "gated"),
                Parameter.real("gate", 0, 0.5).when("fusion", "gated"));
        assertThat(SpaceJson.write(small))
                .isEqualTo(
                        "{\"parameters\":[{\"type\":\"categorical\",\"name\":\"fusion\",\"choices\":[\"average\",\"gated\"]},"
                                + "{\"type\":\"real\",\"name\":\"gate\",\"low\":0.0,\"high\":0.5,\"log\":false,"
                                + "\"when\":{\"parent\":\"fusion\",\"values\":[\"gated\"]}}]}");
    }

    @Test
    void numbers_of_another_type_and_another_order_are_put_right() {
        String json =
                "{\"lr\": 1E-3, \"size\": \"small\", \"batch\": 64.0, \"dropout\": 0, \"depth\": 3.0, \"gate\": 0.30000000000000004,"
                        + " \"fusion\": \"gated\"}";
        Assignment read = SpaceJson.readAssignment(space, json);
        assertThat(SpaceJson.write(read))
                .isEqualTo(
                        "{\"fusion\":\"gated\",\"gate\":0.3,\"lr\":0.001,\"depth\":3,\"batch\":64,\"dropout\":0.0,\"size\":\"small\"}");
    }

    @Test
    void wrong_documents_are_refused_with_the_reason() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SpaceJson.readSpace("[]"))
                .withMessageContaining("not a search space");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SpaceJson.readSpace(SpaceJson.write(space).replace("\"low\":1.0E-4", "\"low\":-1.0")))
                .withMessageContaining("lr")
                .withMessageContaining("-1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SpaceJson.readAssignment(space, "{\"fusion\": \"gated\"}"))
                .withMessageContaining("does not fit");
    }

    @Test
    void constraints_come_back_and_old_spaces_have_none() {
        var bound = space.with(
                Constraint.product(2048, "width", "depth"), Constraint.sum(0.9, Map.of("dropout", 1.0, "gate", 0.5)));
        assertThat(SpaceJson.readSpace(SpaceJson.write(bound))).isEqualTo(bound);
        assertThat(SpaceJson.write(space)).doesNotContain("constraints");
        assertThat(SpaceJson.readSpace("{\"parameters\": []}").constraints()).isEmpty();
    }
}
