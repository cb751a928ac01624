package io.polyphony.engine.fusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;

class FilmTest extends FusionContract {
    @Override
    FusionSpec fusion() {
        return new Film(8, true, 0, 0);
    }

    /** Perez (2018): gamma * x + beta, here with gamma = 1 + g, of the mean of both inputs. */
    @Test
    void the_first_input_scales_and_shifts_the_mean() {
        var small = new SmallFusion(new Film(3, true, 0, 0), 1, 1);
        var context = small.projected(0);
        var other = small.projected(1);
        var scale = small.linear("fusion.scale", context);
        var shift = small.linear("fusion.shift", context);
        assertThat(small.fused("yes"))
                .containsExactly(
                        SmallFusion.each(3, i -> (1 + scale[i]) * (context[i] + other[i]) / 2 + shift[i]),
                        within(1e-9));
    }

    /** Also after training, when biases are no longer zero. */
    @Test
    void without_the_first_input_it_is_the_mean() {
        var small = new SmallFusion(new Film(3, true, 0, 0), 0, 1);
        assertThat(small.fused("yes")).containsExactly(small.projected(1), within(1e-9));
    }

    @Test
    void a_network_stored_when_all_rows_were_modulated_stays_what_it_was() throws Exception {
        var text = "{\"kind\":\"film\",\"width\":3,\"dropout\":0.1,\"modalityDropout\":0.2}";
        var stored = JsonMapper.builder().build().readValue(text, FusionSpec.class);
        assertThat(stored).isEqualTo(new Film(3, false, 0.1, 0.2));
        var small = new SmallFusion(stored, 0, 1);
        var mean = small.projected(1);
        var scale = small.linear("fusion.scale", 0, 0, 0);
        var shift = small.linear("fusion.shift", 0, 0, 0);
        assertThat(small.fused("yes"))
                .containsExactly(SmallFusion.each(3, i -> scale[i] * mean[i] + shift[i]), within(1e-9));
    }
}
