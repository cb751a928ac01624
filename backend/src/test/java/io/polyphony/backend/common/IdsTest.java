package io.polyphony.backend.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTest {
    @Test
    void ids_are_version_7_and_tell_their_time() {
        long before = System.currentTimeMillis();
        var id = Ids.next();
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        // A busy process may run ahead of its clock by a millisecond per 4096 ids.
        assertThat(id.getMostSignificantBits() >>> 16).isBetween(before, before + 10_000);
    }

    @Test
    void ids_increase_even_within_a_millisecond() {
        var ids = Stream.generate(Ids::next).limit(20_000).toList();
        assertThat(ids)
                .isSortedAccordingTo(Comparator.comparing(UUID::toString))
                .doesNotHaveDuplicates();
    }
}
