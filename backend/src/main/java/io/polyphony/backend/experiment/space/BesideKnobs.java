package io.polyphony.backend.experiment.space;

import static io.polyphony.backend.experiment.space.Choice.special;
import static io.polyphony.backend.experiment.space.Choice.usual;
import static io.polyphony.backend.experiment.space.TrainingKnob.Scope.INPUTS;
import static io.polyphony.backend.experiment.space.TrainingKnob.Scope.TASKS;
import static io.polyphony.backend.experiment.space.TrainingKnob.Scope.TRAINING;

import io.polyphony.engine.sharing.Sharings;
import java.util.List;

/** What tasks share, and what is learnt beside them so that they are learnt better: a line for each thing that may be chosen. */
final class BesideKnobs {
    static final List<TrainingKnob> LINES = List.of(
            new TrainingKnob(
                    Knobs.SHARING,
                    "Sharing between tasks",
                    "What tasks share of the layers between the fused inputs and their heads.",
                    TASKS,
                    Sharings.all().stream()
                            .map(kind -> new Choice(kind.name(), kind.title(), kind.usual(), kind.explanation()))
                            .toList()),
            new TrainingKnob(
                    Knobs.UNIMODAL,
                    "Losses of single inputs",
                    "How much it counts in training what each input could answer alone, so that none waits for another one.",
                    INPUTS,
                    List.of(
                            usual("0", "Off", "Only what all inputs answer together counts."),
                            usual("0.3", "A third", "Each input is also asked alone, for a third of what counts."),
                            special("1", "As much", "Alone as much as together: where one input drowns the others."))),
            new TrainingKnob(
                    Knobs.MODULATION,
                    "Slowed leaders",
                    "How strongly an input that is ahead of the others is slowed down in training (OGM-GE, Peng 2022).",
                    INPUTS,
                    List.of(
                            usual("0", "Off", "Every input learns as fast as it can."),
                            special(
                                    "0.3",
                                    "A little",
                                    "Inputs that are ahead learn at 70 % and less, the further ahead."),
                            special(
                                    "1",
                                    "Strongly",
                                    "Inputs that are ahead learn at a quarter and less, the further ahead."))),
            new TrainingKnob(
                    Knobs.AUTOENCODING,
                    "Autoencoding",
                    "Whether what was fused must also tell what the inputs were, so that it forgets less.",
                    TRAINING,
                    List.of(
                            usual("none", "Off", "Only the tasks are learnt."),
                            special(
                                    "plain",
                                    "Plain",
                                    "The inputs are told again, for a tenth of what counts: where most rows have no label."),
                            special(
                                    "variational",
                                    "Variational",
                                    "The same from a draw around what was fused, which smooths it (Kingma 2014)."))));

    private BesideKnobs() {}
}
