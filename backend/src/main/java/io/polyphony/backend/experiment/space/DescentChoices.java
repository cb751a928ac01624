package io.polyphony.backend.experiment.space;

import static io.polyphony.hpo.space.Parameter.real;

import io.polyphony.engine.data.InputSpec;
import io.polyphony.engine.data.Modality;
import io.polyphony.engine.optimizer.Adam;
import io.polyphony.engine.optimizer.AdamW;
import io.polyphony.engine.optimizer.ConstantSchedule;
import io.polyphony.engine.optimizer.CosineSchedule;
import io.polyphony.engine.optimizer.ExponentialSchedule;
import io.polyphony.engine.optimizer.Lion;
import io.polyphony.engine.optimizer.OneCycleSchedule;
import io.polyphony.engine.optimizer.OptimizerSpec;
import io.polyphony.engine.optimizer.PlateauSchedule;
import io.polyphony.engine.optimizer.RmsProp;
import io.polyphony.engine.optimizer.ScheduleSpec;
import io.polyphony.engine.optimizer.Sgd;
import io.polyphony.engine.optimizer.StepSchedule;
import io.polyphony.engine.optimizer.WarmUp;
import io.polyphony.engine.training.DescentSpec;
import io.polyphony.engine.training.ForecastStart;
import io.polyphony.engine.training.RateSpec;
import io.polyphony.hpo.space.Assignment;
import io.polyphony.hpo.space.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

/** How weights move: the learning rate and decay of each optimizer that is allowed, and what an assignment becomes. */
public final class DescentChoices {
    private static final double WARM_UP = 0.05;
    private static final double MOMENTUM = 0.9;
    private static final String ADAM = "adam";
    private static final String SGD = "sgd";
    private static final String LION = "lion";

    private DescentChoices() {}

    /** @param optimizers those allowed; where it is more than the usual one, their parameter is in the space before these */
    static List<Parameter> parameters(DataFacts facts, List<String> optimizers) {
        var parameters = new ArrayList<Parameter>();
        add(parameters, real(Knobs.LEARNING_RATE, slowest(facts), 1e-2).log(), optimizers, SGD, LION);
        add(parameters, real(Knobs.WEIGHT_DECAY, 1e-6, 1e-1).log(), optimizers, ADAM);
        if (optimizers.contains(SGD)) {
            parameters.add(real(Knobs.SGD_RATE, 3e-3, 0.3).log().when(Knobs.OPTIMIZER, SGD));
        }
        if (optimizers.contains(LION)) {
            parameters.add(real(Knobs.LION_RATE, 5e-5, 2e-3).log().when(Knobs.OPTIMIZER, LION));
        }
        return parameters;
    }

    /** What is left by a linear map of the past is little, and soon learned by heart. */
    private static double slowest(DataFacts facts) {
        boolean media = facts.has(Modality.IMAGE) || facts.has(Modality.AUDIO);
        return facts.tasks().forecasts() ? 1e-4 : media ? 1e-3 : 5e-4;
    }

    /** Adds what all of those allowed read but these. */
    private static void add(List<Parameter> parameters, Parameter parameter, List<String> optimizers, String... but) {
        var readers = new ArrayList<>(optimizers);
        readers.removeAll(List.of(but));
        if (readers.size() == optimizers.size()) {
            parameters.add(parameter);
        } else if (!readers.isEmpty()) {
            parameters.add(parameter.when(Knobs.OPTIMIZER, readers.toArray()));
        }
    }

    /**
     * What moves the weights of a trial.
     *
     * @param tasks names of the tasks that it learns
     * @param inputs that it reads
     */
    public static DescentSpec spec(Assignment a, List<String> tasks, List<InputSpec> inputs, int epochs) {
        return new DescentSpec(
                optimizer(a),
                schedule(a.text(Knobs.SCHEDULE, "cosine"), epochs),
                a.real(Knobs.CLIPPING, 1),
                a.real(Knobs.AVERAGING, 0),
                rates(a, tasks, inputs, epochs),
                // Trials of before there was a choice.
                ForecastStart.valueOf(a.text(Knobs.FORECAST_START, "repeated").toUpperCase(Locale.ROOT)));
    }

    private static OptimizerSpec optimizer(Assignment a) {
        var name = a.text(Knobs.OPTIMIZER, "adamw");
        return switch (name) {
            case ADAM -> new Adam(a.real(Knobs.LEARNING_RATE));
            case SGD -> new Sgd(a.real(Knobs.SGD_RATE), MOMENTUM, a.real(Knobs.WEIGHT_DECAY));
            case LION -> new Lion(a.real(Knobs.LION_RATE), a.real(Knobs.WEIGHT_DECAY));
            case "rmsprop" -> new RmsProp(a.real(Knobs.LEARNING_RATE), a.real(Knobs.WEIGHT_DECAY));
            case "adamw" -> new AdamW(a.real(Knobs.LEARNING_RATE), a.real(Knobs.WEIGHT_DECAY));
            default -> throw unknown(Knobs.OPTIMIZER, name);
        };
    }

    private static ScheduleSpec schedule(String name, int epochs) {
        return switch (name) {
            case "cosine" -> new CosineSchedule(WARM_UP);
            case "one_cycle" -> new OneCycleSchedule(0.3);
            case "step" -> new WarmUp(WARM_UP, new StepSchedule(0.1, 2));
            case "exponential" -> new WarmUp(WARM_UP, new ExponentialSchedule(0.01));
            case "plateau" -> new WarmUp(WARM_UP, new PlateauSchedule(0.3, Math.max(2, epochs / 10)));
            case "constant" -> new WarmUp(WARM_UP, new ConstantSchedule());
            default -> throw unknown(Knobs.SCHEDULE, name);
        };
    }

    private static RateSpec rates(Assignment a, List<String> tasks, List<InputSpec> inputs, int epochs) {
        var heads = new LinkedHashMap<String, Double>();
        for (var task : tasks) {
            var knob = Knobs.HEAD_RATE + "." + task;
            if (a.has(knob)) {
                heads.put(task, a.real(knob));
            }
        }
        var frozen = new LinkedHashMap<String, Integer>();
        for (var input : inputs) {
            var knob = Knobs.FREEZE + "." + TrainingKnob.word(input.modality());
            double share = a.real(knob, 0);
            if (share > 0) {
                frozen.put(input.name(), (int) Math.ceil(share * epochs));
            }
        }
        return new RateSpec(heads, frozen);
    }

    private static IllegalArgumentException unknown(String knob, String name) {
        return Choice.unknown(knob, name, TrainingKnobs.named(knob).options());
    }
}
