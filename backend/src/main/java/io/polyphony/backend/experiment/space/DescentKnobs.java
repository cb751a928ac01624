package io.polyphony.backend.experiment.space;

import static io.polyphony.backend.experiment.space.Choice.special;
import static io.polyphony.backend.experiment.space.Choice.usual;
import static io.polyphony.backend.experiment.space.TrainingKnob.Scope.EACH_MODALITY;
import static io.polyphony.backend.experiment.space.TrainingKnob.Scope.EACH_TASK;
import static io.polyphony.backend.experiment.space.TrainingKnob.Scope.FORECASTS;
import static io.polyphony.backend.experiment.space.TrainingKnob.Scope.TASKS;
import static io.polyphony.backend.experiment.space.TrainingKnob.Scope.TRAINING;

import java.util.List;

/** How weights may move, and towards what. To add something: its line here, and who reads it. */
final class DescentKnobs {
    static final List<TrainingKnob> LINES = List.of(
            new TrainingKnob(
                    Knobs.OPTIMIZER,
                    "Optimizer",
                    "How weights move against their gradient.",
                    TRAINING,
                    List.of(
                            usual(
                                    "adamw",
                                    "AdamW",
                                    "Adam with weight decay apart: good almost everywhere (Loshchilov 2019)."),
                            special(
                                    "adam",
                                    "Adam",
                                    "Adam as it was, without weight decay: for small networks (Kingma 2015)."),
                            special(
                                    "sgd",
                                    "SGD with Nesterov momentum",
                                    "Momentum after Nesterov: slower, and at times the better end."),
                            special(
                                    "rmsprop",
                                    "RMSprop",
                                    "Steps by the mean square of the gradient: what many tutorials use."),
                            special("lion", "Lion", "Steps of one size by their sign: half the memory (Chen 2023)."))),
            new TrainingKnob(
                    Knobs.SCHEDULE,
                    "Learning-rate schedule",
                    "How the learning rate changes from the first step to the last.",
                    TRAINING,
                    List.of(
                            usual(
                                    "cosine",
                                    "Cosine",
                                    "A short rise, then half a cosine down to nothing (Loshchilov 2017)."),
                            special(
                                    "one_cycle",
                                    "One cycle",
                                    "Up for a third of the steps, then far down: fast (Smith 2018)."),
                            special("step", "Steps", "A short rise, then a tenth of it after each third of the steps."),
                            special(
                                    "exponential",
                                    "Exponential",
                                    "A short rise, then down by the same share in every step."),
                            special(
                                    "plateau",
                                    "Plateau",
                                    "A third of it whenever the validation score has stopped to rise."),
                            special(
                                    "constant",
                                    "Constant",
                                    "A short rise, then always the same: for those who average weights."))),
            new TrainingKnob(
                    Knobs.AVERAGING,
                    "Averaged weights",
                    "Whether the mean of the weights over the last epoch is kept instead of the weights themselves.",
                    TRAINING,
                    List.of(
                            usual("0", "Off", "The weights as they are."),
                            special(
                                    "1",
                                    "One epoch",
                                    "An exponential mean over one epoch: smoother, and often a little better."),
                            special(
                                    "3",
                                    "Three epochs",
                                    "An exponential mean over three epochs: for long trainings."))),
            new TrainingKnob(
                    Knobs.FORECAST_START,
                    "Start of forecasts",
                    "What a forecast says before the first step; the rest is learnt, unless it makes things worse.",
                    FORECASTS,
                    List.of(
                            usual(
                                    "fitted",
                                    "Linear map",
                                    "The linear map of the past that tells train rows best (ridge regression): what wanders is not overdone."),
                            usual(
                                    "repeated",
                                    "Last value",
                                    "The last value again: the map is learnt step by step with the rest."))),
            new TrainingKnob(
                    Knobs.KEPT,
                    "Kept weights",
                    "Which weights of a training become its network.",
                    TRAINING,
                    List.of(
                            usual("best_epoch", "Best epoch", "Those after the epoch with the best validation score."),
                            special(
                                    "soup",
                                    "Soup",
                                    "A mean of the three best epochs, as far as each makes it better (Wortsman 2022)."))),
            new TrainingKnob(
                    Knobs.STOPPING,
                    "Early stopping of tasks",
                    "Whether one epoch answers all tasks, or each task is answered by the epoch that is best for it.",
                    TASKS,
                    List.of(
                            usual("together", "Together", "The weights that are best for all tasks: one network."),
                            special(
                                    "each_task",
                                    "Each task",
                                    "The weights of each task's own best epoch: as many networks as differ, for tasks that end apart."))),
            new TrainingKnob(
                    Knobs.CLIPPING,
                    "Gradient clipping",
                    "The longest step that a single batch may ask for, as the norm of its gradient.",
                    TRAINING,
                    List.of(
                            special("0", "Off", "No limit."),
                            special("0.1", "Norm 0.1", "A tight one: for noisy labels and deep recurrent networks."),
                            usual("1", "Norm 1", "Only outliers are shortened: what transformers are trained with."))),
            new TrainingKnob(
                    Knobs.HEAD_RATE,
                    "Learning rate of heads",
                    "The learning rate of the layers that belong to one task alone, beside that of the network.",
                    EACH_TASK,
                    List.of(
                            special("0.3", "A third", "A third: for a task that is learnt by heart too soon."),
                            usual("1", "The same", "The same as everything else."),
                            special("3", "Three times", "Three times: for a task that lags behind."))),
            new TrainingKnob(
                    Knobs.FREEZE,
                    "Frozen encoders",
                    "For which share of the epochs an encoder stays as it began, while the rest learns.",
                    EACH_MODALITY,
                    List.of(
                            usual("0", "Never", "It learns from the first step on."),
                            special(
                                    "0.2",
                                    "At first",
                                    "It waits a fifth of the epochs: until the weaker inputs have found their place."),
                            special(
                                    "1",
                                    "Always",
                                    "It never learns: random features, cheap and hard to learn by heart."))));

    private DescentKnobs() {}
}
