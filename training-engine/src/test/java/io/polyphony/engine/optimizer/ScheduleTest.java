package io.polyphony.engine.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScheduleTest {
    static Stream<ScheduleSpec> all() {
        return Stream.of(
                new ConstantSchedule(),
                new CosineSchedule(0.1),
                new OneCycleSchedule(0.3),
                new StepSchedule(0.1, 2),
                new ExponentialSchedule(0.01),
                new PlateauSchedule(0.5, 3),
                new WarmUp(0.2, new StepSchedule(0.1, 2)));
    }

    @ParameterizedTest
    @MethodSource("all")
    void stays_within_nothing_and_the_peak_and_is_json_both_ways(ScheduleSpec schedule) throws Exception {
        for (long steps : new long[] {1, 2, 7, 100}) {
            for (long step = 0; step <= steps; step++) {
                assertThat(schedule.factor(step, steps, 0)).isBetween(0.0, 1.0);
            }
        }
        var mapper = JsonMapper.builder().build();
        var json = mapper.writerFor(ScheduleSpec.class).writeValueAsString(schedule);
        assertThat(mapper.readValue(json, ScheduleSpec.class)).isEqualTo(schedule);
    }

    @Test
    void the_cosine_warms_up_and_falls_to_nothing() {
        var schedule = new CosineSchedule(0.1);
        assertThat(schedule.factor(0, 100)).isCloseTo(0.1, within(1e-12));
        assertThat(schedule.factor(9, 100)).isCloseTo(1, within(1e-12));
        assertThat(schedule.factor(10, 100)).isCloseTo(1, within(1e-12));
        assertThat(schedule.factor(55, 100)).isCloseTo(0.5, within(1e-12));
        assertThat(schedule.factor(100, 100)).isCloseTo(0, within(1e-12));
        assertThat(new ConstantSchedule().factor(50, 100)).isEqualTo(1);
    }

    /** torch.optim.lr_scheduler.OneCycleLR(max_lr=1, total_steps=100): its phases end at steps 29 and 99. */
    @Test
    void one_cycle_has_the_landmarks_of_pytorch() {
        var schedule = new OneCycleSchedule(0.3);
        assertThat(schedule.factor(0, 100)).isCloseTo(0.04, within(1e-12));
        assertThat(schedule.factor(29, 100)).isCloseTo(1, within(1e-12));
        assertThat(schedule.factor(64, 100)).isCloseTo((1 + 4e-6) / 2, within(1e-9));
        assertThat(schedule.factor(99, 100)).isCloseTo(4e-6, within(1e-12));
    }

    @Test
    void steps_drop_at_even_distances() {
        var schedule = new StepSchedule(0.1, 2);
        assertThat(schedule.factor(29, 90)).isEqualTo(1);
        assertThat(schedule.factor(30, 90)).isCloseTo(0.1, within(1e-12));
        assertThat(schedule.factor(89, 90)).isCloseTo(0.01, within(1e-12));
    }

    @Test
    void the_exponential_falls_by_the_same_share_in_every_step() {
        var schedule = new ExponentialSchedule(0.01);
        assertThat(schedule.factor(50, 100)).isCloseTo(0.1, within(1e-12));
        assertThat(schedule.factor(71, 100) / schedule.factor(70, 100)).isCloseTo(Math.pow(0.01, 0.01), within(1e-12));
    }

    @Test
    void the_plateau_drops_at_every_stall() {
        var schedule = new PlateauSchedule(0.5, 3);
        assertThat(schedule.factor(90, 100, 0)).isEqualTo(1);
        assertThat(schedule.factor(0, 100, 2)).isEqualTo(0.25);
        assertThat(schedule.patience()).isEqualTo(3);
    }

    @Test
    void any_schedule_can_be_warmed_up() {
        var schedule = new WarmUp(0.1, new StepSchedule(0.1, 2));
        assertThat(schedule.factor(0, 100)).isCloseTo(0.1, within(1e-12));
        assertThat(schedule.factor(9, 100)).isCloseTo(1, within(1e-12));
        assertThat(schedule.factor(39, 100)).isEqualTo(1);
        assertThat(schedule.factor(40, 100)).isCloseTo(0.1, within(1e-12));
        var plateau = new WarmUp(0.1, new PlateauSchedule(0.5, 3));
        assertThat(plateau.factor(50, 100, 2)).isEqualTo(0.25);
        assertThat(plateau.patience()).isEqualTo(3);
    }
}
