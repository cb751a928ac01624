package io.polyphony.backend.experiment.space;

import io.polyphony.engine.encoder.EncoderSpec;
import io.polyphony.hpo.space.Assignment;
import java.util.function.Function;

/**
 * One way to encode a modality.
 *
 * @param make the encoder of an assignment
 */
record Line(Choice choice, Function<Assignment, EncoderSpec> make) {

    /** One that is tried unless somebody says otherwise. */
    static Line usual(String name, String why, Function<Assignment, EncoderSpec> make) {
        return usual(name, Choice.written(name), why, make);
    }

    /** @param title where the name is no word of the language */
    static Line usual(String name, String title, String why, Function<Assignment, EncoderSpec> make) {
        return new Line(new Choice(name, title, true, why), make);
    }

    /** One that is tried where somebody asks for it. */
    static Line special(String name, String why, Function<Assignment, EncoderSpec> make) {
        return special(name, Choice.written(name), why, make);
    }

    /** @param title where the name is no word of the language */
    static Line special(String name, String title, String why, Function<Assignment, EncoderSpec> make) {
        return new Line(new Choice(name, title, false, why), make);
    }

    /** What every encoder takes. */
    static double dropout(Assignment a) {
        return a.real(Knobs.DROPOUT);
    }
}
