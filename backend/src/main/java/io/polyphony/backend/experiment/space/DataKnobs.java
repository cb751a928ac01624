package io.polyphony.backend.experiment.space;

import static io.polyphony.backend.experiment.space.TrainingKnob.Scope.TABLES;
import static io.polyphony.backend.experiment.space.TrainingKnob.Scope.TEXTS;
import static io.polyphony.backend.experiment.space.TrainingKnobs.special;
import static io.polyphony.backend.experiment.space.TrainingKnobs.usual;

import java.util.List;

/** How data may be read and varied. To add something: its line here, and who reads it. */
final class DataKnobs {
    private static final List<TrainingKnob> ALL = List.of(
            new TrainingKnob(
                    Knobs.TABLE_NUMBERS,
                    "Numbers of tables",
                    "What RealMLP and the FT-Transformer see of each number (Gorishniy 2022).",
                    TABLES,
                    List.of(
                            special("plain", "Plain", "The scaled number and no more: for smooth relations."),
                            usual("waves", "Waves", "Learned waves beside it, which tell thresholds and bumps."),
                            special(
                                    "bins",
                                    "Bins",
                                    "How far it reaches into bins of equally many train rows: for steps and jumps."))),
            new TrainingKnob(
            Knobs.TEXT_TOKENS,
            "Tokens of texts",
            "What a transformer reads at once.",
            TEXTS,
            List.of(
                    usual("words", "Words", "Words as they are written: rare ones share places."),
                    special(
                            Knobs.PIECES,
                            "Pieces of words",
                            "Pieces that train texts have often (byte-pair encoding): like words share them."))));

    private DataKnobs() {}

    static List<TrainingKnob> all() {
        return ALL;
    }
}
