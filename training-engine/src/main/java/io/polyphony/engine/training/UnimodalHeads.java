package io.polyphony.engine.training;

import io.polyphony.engine.network.NetworkInputs;
import java.util.List;

/** The heads that read one input alone: their losses, and how sure each input is of the truth by itself. */
final class UnimodalHeads {
    private final double weight;
    private final NetworkInputs inputs;
    private final List<List<TaskState>> states;
    private final double[][] losses;
    private final double[] scores;

    /**
     * @param weight of their losses; with 0 they learn for themselves and change nothing else
     * @param states by task and input, in the network's order; a task that has no such heads has an empty list
     */
    UnimodalHeads(double weight, NetworkInputs inputs, List<List<TaskState>> states, int inputCount) {
        this.weight = weight;
        this.inputs = inputs;
        this.states = states;
        this.losses = new double[states.size()][inputCount];
        this.scores = new double[inputCount];
    }

    /** After a forward run: an input is judged on the rows that have it. */
    void evaluate(int[] rows) {
        for (int task = 0; task < losses.length; task++) {
            for (int m = 0; m < states.get(task).size(); m++) {
                int input = m;
                losses[task][m] = states.get(task).get(m).evaluate(rows, place -> inputs.sees(place, input));
            }
        }
    }

    /** What is added to the loss of a task before its factor: the mean over inputs, times the weight. */
    double loss(int task) {
        double sum = 0;
        for (double loss : losses[task]) {
            sum += loss; // 0 where no row has both the input and a label.
        }
        return weight * sum / Math.max(1, present(task));
    }

    private int present(int task) {
        int present = 0;
        for (var state : states.get(task)) {
            present += state.present() ? 1 : 0;
        }
        return present;
    }

    /** Hands the gradients of a task's heads to the program; with a factor of 0 they are silent. */
    void send(int task, double factor) {
        double own = weight > 0 ? weight * factor : Math.signum(factor);
        double share = own / Math.max(1, present(task));
        states.get(task).forEach(state -> state.sendGradient(share));
    }

    /** The mean loss of an input over the tasks that have a label on it; NaN where none has. */
    double lossOf(int input) {
        double sum = 0;
        int tasks = 0;
        for (int task = 0; task < losses.length; task++) {
            if (has(task, input)) {
                sum += losses[task][input];
                tasks++;
            }
        }
        return tasks == 0 ? Double.NaN : sum / tasks;
    }

    /** How likely each input alone finds the truth, the mean over tasks; NaN where no row has the input. Live. */
    double[] scores() {
        for (int m = 0; m < scores.length; m++) {
            double sum = 0;
            int tasks = 0;
            for (int task = 0; task < losses.length; task++) {
                if (has(task, m)) {
                    sum += states.get(task).get(m).likelihood();
                    tasks++;
                }
            }
            scores[m] = tasks == 0 ? Double.NaN : sum / tasks;
        }
        return scores;
    }

    private boolean has(int task, int input) {
        return !states.get(task).isEmpty() && states.get(task).get(input).present();
    }
}
