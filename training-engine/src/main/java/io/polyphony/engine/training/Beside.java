package io.polyphony.engine.training;

import io.polyphony.engine.auxiliary.Modulation;
import io.polyphony.engine.data.EncodedRows;
import io.polyphony.engine.optimizer.Optimizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What is learned beside the tasks, step by step; nothing where nothing was asked for. */
final class Beside {
    /** The autoencoder's loss in reports. */
    private static final String AUTOENCODING = "autoencoding";

    private final int inputs;
    private final @Nullable UnimodalHeads heads;
    private final @Nullable Modulation modulation;
    private final @Nullable Autoencoder autoencoder;
    private final double autoencoding;
    final BesideLog log;
    private double told;

    /**
     * @param modulation only with heads, which tell it who is ahead
     * @param autoencoding weight of the autoencoder's loss
     */
    Beside(
            List<String> inputs,
            @Nullable UnimodalHeads heads,
            @Nullable Modulation modulation,
            @Nullable Autoencoder autoencoder,
            double autoencoding) {
        this.inputs = inputs.size();
        this.heads = heads;
        this.modulation = modulation;
        this.autoencoder = autoencoder;
        this.autoencoding = autoencoding;
        var names = new ArrayList<String>();
        inputs.forEach(input -> names.add(BesideReport.UNIMODAL + input));
        inputs.forEach(input -> names.add(BesideReport.MODULATION + input));
        names.add(AUTOENCODING);
        this.log = new BesideLog(names);
    }

    /** After a forward run on these rows. */
    void evaluate(int[] rows) {
        if (heads != null) {
            heads.evaluate(rows);
            for (int m = 0; m < inputs; m++) {
                log.add(m, heads.lossOf(m));
            }
        }
        if (autoencoder != null) {
            told = autoencoder.evaluate(rows);
            log.add(2 * inputs, told);
        }
    }

    /** What is minimised beside the tasks' losses under these factors. */
    double total(double[] factors) {
        double total = autoencoding * told;
        for (int task = 0; task < factors.length && heads != null; task++) {
            total += factors[task] * heads.loss(task);
        }
        return total;
    }

    /** Hands all gradients to the program, those that belong to a task times its factor. */
    void send(double[] factors) {
        for (int task = 0; task < factors.length && heads != null; task++) {
            heads.send(task, factors[task]);
        }
        sendTold(autoencoding);
    }

    /** Only those that belong to one task. */
    void sendOnly(int task, double[] factors) {
        for (int i = 0; i < factors.length && heads != null; i++) {
            heads.send(i, i == task ? factors[i] : 0);
        }
        sendTold(0);
    }

    /** Only those that belong to no task. */
    void sendRest(int tasks) {
        for (int task = 0; task < tasks && heads != null; task++) {
            heads.send(task, 0);
        }
        sendTold(autoencoding);
    }

    private void sendTold(double weight) {
        if (autoencoder != null) {
            autoencoder.send(weight);
        }
    }

    /** Whether some gradients belong to no task. */
    boolean hasRest() {
        return autoencoder != null;
    }

    /** What programs put out for this per row, by output, as far as it is validated. */
    Map<String, Integer> widths() {
        return autoencoder == null ? Map.of() : autoencoder.widths();
    }

    /** Losses on rows that are not learned from, by name. */
    Map<String, Double> validate(EncodedRows rows, Map<String, float[]> outputs) {
        return autoencoder == null ? Map.of() : Map.of(AUTOENCODING, autoencoder.validate(rows, outputs));
    }

    /** Slows encoders that are ahead down, once the step's gradient is in the program. */
    void modulate(Optimizer optimizer, RandomGenerator random) {
        if (heads != null && modulation != null) {
            var coefficients = modulation.coefficients(heads.scores());
            for (int m = 0; m < inputs; m++) {
                log.add(inputs + m, coefficients[m]);
            }
            modulation.disturb(random);
            optimizer.paces(parameter -> modulation.pace(parameter, coefficients));
        }
    }
}
