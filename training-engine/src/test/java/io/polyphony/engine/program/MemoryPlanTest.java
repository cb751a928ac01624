package io.polyphony.engine.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class MemoryPlanTest {
    @RepeatedTest(20)
    void pieces_in_use_at_once_never_overlap(RepetitionInfo repetition) {
        var random = new SplittableRandom(repetition.getCurrentRepetition());
        var pieces = new ArrayList<Lifetime>();
        for (int i = 0; i < 40; i++) {
            int first = random.nextInt(50);
            pieces.add(new Lifetime(1 + random.nextInt(5000), first, first + random.nextInt(20)));
        }
        var plan = MemoryPlan.of(pieces);
        for (int i = 0; i < pieces.size(); i++) {
            for (int j = 0; j < i; j++) {
                boolean apart = plan.offsets().get(i)
                                >= plan.offsets().get(j) + pieces.get(j).bytes()
                        || plan.offsets().get(j)
                                >= plan.offsets().get(i) + pieces.get(i).bytes();
                assertThat(apart || !pieces.get(i).meets(pieces.get(j)))
                        .as("%s, %s", i, j)
                        .isTrue();
            }
            assertThat(plan.offsets().get(i) + pieces.get(i).bytes()).isLessThanOrEqualTo(plan.bytes());
            assertThat(plan.offsets().get(i) % 64).isZero();
        }
    }

    @Test
    void pieces_one_after_the_other_share() {
        var pieces = List.of(new Lifetime(640, 0, 1), new Lifetime(640, 2, 3), new Lifetime(128, 1, 2));
        assertThat(MemoryPlan.of(pieces).bytes()).isEqualTo(640 + 128);
    }
}
