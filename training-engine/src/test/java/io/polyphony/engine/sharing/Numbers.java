package io.polyphony.engine.sharing;

import static java.util.Objects.requireNonNull;

import io.polyphony.engine.op.Pass;
import io.polyphony.engine.program.Parameters;
import io.polyphony.engine.program.Program;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

/** The parameters of a program by name, to be read, changed and taken over into another. */
record Numbers(Map<String, double[]> values) {

    static Numbers of(Program program) {
        var all = program.parameters().values().doubles();
        var values = new LinkedHashMap<String, double[]>();
        for (var slice : program.parameters().slices()) {
            values.put(slice.name(), Arrays.copyOfRange(all, slice.offset(), slice.offset() + slice.size()));
        }
        return new Numbers(values);
    }

    double[] named(String name) {
        return requireNonNull(values.get(name), () -> name + " is none of " + values.keySet());
    }

    /** Writes those that the other program has; every one of them must be known. */
    void writeTo(Program program) {
        for (Parameters.Slice slice : program.parameters().slices()) {
            program.parameters().values().write(slice.offset(), named(slice.name()), slice.size());
        }
    }

    /** What a program answers, by output, without dropout. */
    static Map<String, double[]> answers(Program program, Iterable<String> outputs) {
        program.forward(new Pass(false, new SplittableRandom(1)));
        var answers = new LinkedHashMap<String, double[]>();
        outputs.forEach(name -> answers.put(name, program.output(name).doubles()));
        return answers;
    }
}
