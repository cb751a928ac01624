package io.polyphony.engine.training;

import io.polyphony.engine.program.Program;
import io.polyphony.engine.weighting.GradientWeighting;
import io.polyphony.engine.weighting.LossWeighting;
import io.polyphony.engine.weighting.StepLosses;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * From a step's losses to the gradient in the program: of all tasks in one run, or of each task in a run of its own, where
 * the weighting wants to see them or they are sampled for the report.
 */
final class Backpropagation {
    /** One step in so many is looked at closely: a fiftieth of the time per further task. */
    private static final int SAMPLED_EVERY = 50;

    private final Program program;
    private final List<TaskState> tasks;
    private final LossWeighting weighting;
    private final Beside beside;
    final @Nullable TaskGradients gradients;
    final GradientLog log;

    Backpropagation(Program program, List<TaskState> tasks, LossWeighting weighting, Beside beside) {
        this.program = program;
        this.tasks = tasks;
        this.weighting = weighting;
        this.beside = beside;
        this.gradients = tasks.size() > 1 ? new TaskGradients(program, tasks.size(), beside.hasRest()) : null;
        this.log = new GradientLog(tasks.stream().map(task -> task.spec.name()).toList());
    }

    /**
     * Leaves the step's gradient in the program.
     *
     * @param step steps done before
     * @param forward repeats the forward run exactly
     * @return the weight that each task's loss had in the end
     */
    double[] run(double[] factors, StepLosses losses, RandomGenerator random, long step, Runnable forward) {
        if (gradients == null || !(weighting instanceof GradientWeighting) && step % SAMPLED_EVERY != 0) {
            for (int i = 0; i < tasks.size(); i++) {
                tasks.get(i).sendGradient(factors[i]);
            }
            beside.send(factors);
            program.backward();
            return factors;
        }
        each(gradients, factors, losses, forward);
        log.add(gradients.gram());
        var coefficients = coefficients(gradients, losses, random);
        gradients.combine(coefficients, losses.present());
        for (int i = 0; i < coefficients.length; i++) {
            coefficients[i] *= factors[i];
        }
        return coefficients;
    }

    private void each(TaskGradients gradients, double[] factors, StepLosses losses, Runnable forward) {
        double memory = weighting instanceof GradientWeighting seeing ? seeing.memory() : 0;
        boolean used = false;
        gradients.clear();
        for (int task = 0; task < tasks.size(); task++) {
            if (losses.present()[task]) {
                beside.sendOnly(task, factors);
                backward(task, factors, used, forward);
                gradients.take(task, memory);
                used = true;
            }
        }
        if (beside.hasRest()) {
            beside.sendRest(tasks.size());
            backward(-1, factors, used, forward);
            gradients.takeRest();
        }
    }

    /**
     * Back from the loss of one task, or of none.
     *
     * @param used whether there was another backward run since the last forward run
     */
    private void backward(int task, double[] factors, boolean used, Runnable forward) {
        if (used && !(weighting instanceof GradientWeighting)) {
            forward.run(); // The last backward run has overwritten what this one needs.
        }
        for (int i = 0; i < tasks.size(); i++) {
            tasks.get(i).sendGradient(i == task ? factors[i] : 0);
        }
        program.backward();
    }

    private double[] coefficients(TaskGradients gradients, StepLosses losses, RandomGenerator random) {
        if (weighting instanceof GradientWeighting seeing) {
            return seeing.coefficients(gradients.gram(), losses, random);
        }
        var ones = new double[tasks.size()];
        Arrays.fill(ones, 1);
        return ones;
    }
}
