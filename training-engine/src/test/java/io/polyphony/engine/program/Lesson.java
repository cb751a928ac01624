package io.polyphony.engine.program;

import io.polyphony.engine.op.Pass;
import io.polyphony.engine.optimizer.Adam;
import io.polyphony.engine.optimizer.Optimizer;
import java.util.List;
import java.util.SplittableRandom;

/** Teaches a program random answers to the rows that its inputs hold, by the mean squared error. */
public final class Lesson {
    private final Program program;
    private final List<String> outputs;
    private final Optimizer optimizer;

    public Lesson(Program program, List<String> outputs) {
        this.program = program;
        this.outputs = outputs;
        this.optimizer = new Optimizer(program.parameters(), new Adam(0.01), 1);
    }

    /** The error after so many steps as a share of the first one. */
    public double shareLeft(int steps) {
        double first = step();
        double last = first;
        for (int i = 1; i < steps; i++) {
            last = step();
        }
        return last / first;
    }

    private double step() {
        program.forward(new Pass(true, new SplittableRandom(1)));
        var random = new SplittableRandom(7);
        double error = 0;
        for (var name : outputs) {
            var output = program.output(name).doubles();
            var slopes = new double[output.length];
            for (int i = 0; i < output.length; i++) {
                slopes[i] = 2 * (output[i] - random.nextDouble()) / output.length;
                error += slopes[i] * slopes[i] * output.length / 4;
            }
            program.outputGradient(name).write(0, slopes, slopes.length);
        }
        program.backward();
        optimizer.step(0.01);
        return error;
    }
}
