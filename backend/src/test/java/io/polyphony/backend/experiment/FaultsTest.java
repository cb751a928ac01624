package io.polyphony.backend.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.polyphony.backend.common.Invalid;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FaultsTest {
    private static final List<String> MANY =
            IntStream.range(0, 40).mapToObj(i -> "measure " + i).toList();

    @Test
    void of_few_names_all_are_told() {
        assertThat(detail("colour", List.of("size", "kind"))).contains("Maybe one of size, kind was meant.");
    }

    @Test
    void of_many_names_the_one_that_is_like_it_is_told() {
        assertThat(detail("Mesure 17", MANY)).endsWith("(Mesure 17). Maybe measure 17 was meant; there are 39 others.");
    }

    @Test
    void where_none_of_many_is_like_it_the_first_are_told() {
        assertThat(detail("class", MANY))
                .contains("Maybe one of measure 0, measure 1, ")
                .contains("measure 11 and 28 more was meant.");
    }

    private static String detail(String name, List<String> names) {
        var faults = new Faults();
        faults.known("/target", "column", name, names);
        return catchThrowableOfType(Invalid.class, faults::raise).detail();
    }
}
