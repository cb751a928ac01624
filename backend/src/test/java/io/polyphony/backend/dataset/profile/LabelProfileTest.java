package io.polyphony.backend.dataset.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LabelProfileTest {
    @Test
    void a_comma_within_a_name_of_a_list_parts_nothing() {
        var profile = LabelProfile.of(Map.of(
                        "[\"drama, french\"]", 5L,
                        "[\"drama, french\", \"crime\"]", 4L,
                        "[\"crime\", \"short\"]", 3L,
                        "[\"short\"]", 2L))
                .orElseThrow();

        assertThat(profile).isEqualTo(new LabelProfile(3, 4, List.of("drama, french", "crime", "short")));
    }

    @Test
    void names_that_never_come_together_are_no_sets() {
        assertThat(LabelProfile.of(Map.of("drama", 5L, "crime", 4L, "short", 3L)))
                .isEmpty();
    }
}
