package io.polyphony.backend.experiment.space;

import static io.polyphony.backend.experiment.space.Choice.special;
import static io.polyphony.backend.experiment.space.Choice.usual;
import static io.polyphony.backend.experiment.space.TrainingKnob.Scope.AUDIO;
import static io.polyphony.backend.experiment.space.TrainingKnob.Scope.FORECASTS;
import static io.polyphony.backend.experiment.space.TrainingKnob.Scope.IMAGES;
import static io.polyphony.backend.experiment.space.TrainingKnob.Scope.MEDIA;
import static io.polyphony.backend.experiment.space.TrainingKnob.Scope.SERIES;
import static io.polyphony.backend.experiment.space.TrainingKnob.Scope.TABLES;
import static io.polyphony.backend.experiment.space.TrainingKnob.Scope.TEXTS;
import static io.polyphony.backend.experiment.space.TrainingKnob.Scope.TOLD_FORECASTS;
import static io.polyphony.backend.experiment.space.TrainingKnob.Scope.TRAINING;
import static io.polyphony.backend.experiment.space.TrainingKnob.Scope.WIDE_TABLES;

import java.util.List;

/** How data may be read, drawn and varied. To add something: its line here, and who reads it. */
final class DataKnobs {
    static final List<TrainingKnob> LINES = List.of(
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
                    Knobs.TABLE_COLUMNS,
                    "Columns of tables",
                    "Which columns of a table of many a network sees at all.",
                    WIDE_TABLES,
                    List.of(
                            usual("all", "All", "Every column: where most of them tell a little."),
                            usual(
                                    "telling",
                                    "Telling ones",
                                    "Those that train rows show to tell about a task, alone or two together: where few of many do."))),
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
                                    "Pieces that train texts have often (byte-pair encoding): like words share them."))),
            new TrainingKnob(
                    Knobs.IMAGE_SIZE,
                    "Size of pictures",
                    "To how many pixels a side pictures are brought at most, whole and with their aspect kept.",
                    IMAGES,
                    List.of(
                            special("32", "32 pixels", "The quickest: for what is told at a glance."),
                            usual("64", "64 pixels", "Shapes and colours, and quick: what every search begins with."),
                            usual(
                                    "128",
                                    "128 pixels",
                                    "Finer details, for up to twice the time; left out where it takes too much memory."),
                            usual(
                                    "224",
                                    "224 pixels",
                                    "Texture, print and small marks, for up to four times the time; left out likewise."))),
            new TrainingKnob(
                    Knobs.IMAGE_LIGHT,
                    "Light of pictures",
                    "Whether a network sees how light a picture is, or only what is lighter on it than the rest.",
                    IMAGES,
                    List.of(
                            usual("absolute", "As it is", "All pictures are scaled alike: a dark one stays dark."),
                            special(
                                    "relative",
                                    "Within the picture",
                                    "Each picture gets the same mean and contrast: for lamps that differ, where dark and light mean the same."))),
            new TrainingKnob(
                    Knobs.MEDIA_AUGMENT,
                    "Varied pictures and sounds",
                    "How strongly pictures and recordings are varied in training, so that what does not matter is not learnt.",
                    MEDIA,
                    List.of(
                            usual("0", "Off", "Files as they are: for data where place, light and loudness matter."),
                            usual(
                                    "1",
                                    "As usual",
                                    "Pictures crop, turn, change colour and lose a patch; sounds shift, and lose bands and frames."),
                            special("2", "Strongly", "All of it twice as strong: for few files and long trainings."))),
            new TrainingKnob(
                    Knobs.VOICES,
                    "Varied voices",
                    "Whether recordings sound as from other throats in training, and faster or slower (Jaitly 2013).",
                    AUDIO,
                    List.of(
                            usual("0", "Off", "Voices as they are: to tell who speaks, or how long something takes."),
                            usual("1", "As usual", "Bands up to 8 %, time up to 10 %: for what new voices will say."),
                            special("2", "Strongly", "All of it twice as strong: for few speakers."))),
            new TrainingKnob(
                    Knobs.MIRROR,
                    "Flipped pictures",
                    "In which ways a picture may lie without becoming another one; where masks are drawn, they allow what leaves them alike besides.",
                    IMAGES,
                    List.of(
                            usual("none", "None", "As it is: letters, digits and organs have a left and a right."),
                            special("sideways", "Sideways", "Left for right: for things, animals and places."),
                            special(
                                    "all_ways",
                                    "All eight ways",
                                    "Every way a square falls on itself: for views from above and microscopes."))),
            new TrainingKnob(
                    Knobs.VIEWS,
                    "Looks at a picture",
                    "In which ways a trained network looks at a picture; it says the mean over them, in as many times the time.",
                    IMAGES,
                    List.of(
                            usual("none", "One", "As it lies: the quickest answer."),
                            special("sideways", "Two", "And left for right: where that makes no other picture."),
                            special(
                                    "all_ways",
                                    "All eight",
                                    "Every way a square falls on itself: for views from above and microscopes."))),
            new TrainingKnob(
                    Knobs.TEXT_AUGMENT,
                    "Dropped words",
                    "How many words of a text are left out in training, so that no single one decides.",
                    TEXTS,
                    List.of(
                            usual("0", "None", "Texts as they are: for short ones, where each word counts."),
                            usual("1", "A tenth", "A tenth is left out, others in every epoch."),
                            usual("2", "A fifth", "A fifth is left out: for long texts and few rows."))),
            new TrainingKnob(
                    Knobs.FORECAST_PAST,
                    "Past of forecasts",
                    "How much of what a forecast may see it looks at.",
                    FORECASTS,
                    List.of(
                            usual("0.25", "A quarter", "The last quarter of the steps: for what is soon forgotten."),
                            usual("0.5", "Half", "The last half of them."),
                            usual("1", "All", "Every step: for weeks within months, and what comes again late."))),
            new TrainingKnob(
                    Knobs.FORECAST_UNIT,
                    "Unit of forecasts",
                    "In what the past of a forecast is told, its answer given, and its errors counted in training.",
                    FORECASTS,
                    List.of(
                            usual(
                                    "column",
                                    "Its column's",
                                    "The deviation of the column's train values: what is calm looks calm."),
                            usual(
                                    "window",
                                    "Its window's",
                                    "The deviation of what it sees (RevIN, Kim 2022): a pattern is the same at every size."),
                            usual(
                                    Knobs.EVEN,
                                    "Its window's, evenly",
                                    "The same, and errors count in it as well: small series count as much as large ones."))),
            new TrainingKnob(
                    Knobs.FORECAST_INPUTS,
                    "Inputs of forecasts",
                    "Whether forecasts see what stands beside the past: the season, which series it is, words, pictures.",
                    TOLD_FORECASTS,
                    List.of(
                            usual(Knobs.ALL, "All", "What was last seen of every input: where weekday or shop matter."),
                            usual(Knobs.PAST, "The past", "Numbers over time alone: where they tell the rest."))),
            new TrainingKnob(
                    Knobs.SERIES_AUGMENT,
                    "Varied series",
                    "How strongly series are varied in training; the past of forecasts never is.",
                    SERIES,
                    List.of(
                            usual("0", "Off", "Series as they are."),
                            special("1", "As usual", "A little noise, channels louder or softer, and a span hidden."),
                            special("2", "Strongly", "All of it twice as strong: for few rows."))),
            new TrainingKnob(
                    Knobs.MIXUP,
                    "Mixed rows",
                    "Whether two rows and their targets are mixed into one in training (mixup, Zhang 2018).",
                    TRAINING,
                    List.of(
                            usual("0", "Off", "Rows as they are."),
                            special(
                                    "0.2",
                                    "A little",
                                    "Mostly one of the two rows: smoother answers, rarely too sure."),
                            special("0.4", "More", "More of the other one: for many classes and long trainings."))));

    private DataKnobs() {}
}
