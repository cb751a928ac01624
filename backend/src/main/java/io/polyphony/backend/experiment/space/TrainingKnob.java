package io.polyphony.backend.experiment.space;

import static io.polyphony.hpo.space.Parameter.ordinal;

import io.polyphony.engine.data.Modality;
import io.polyphony.engine.data.TaskType;
import io.polyphony.hpo.space.CategoricalParameter;
import io.polyphony.hpo.space.Parameter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Something about training that a search may choose.
 *
 * @param name of its parameter in assignments; where there are several, a dot and a task's or a modality's name follow
 * @param title as people write it
 * @param explanation one sentence: what it is
 * @param scope what there is one of
 * @param options what it may be: words, or numbers in ascending order
 */
public record TrainingKnob(String name, String title, String explanation, Scope scope, List<Choice> options) {
    public TrainingKnob {
        options = List.copyOf(options);
    }

    /** What there is one of. */
    public enum Scope {
        /** One. */
        TRAINING,
        /** One, where there are classes or sets of labels whose tasks read it. */
        CLASSES,
        /** One, where there are numbers to answer whose loss the metric leaves open. */
        NUMBERS,
        /** One, where there is a table and a single number to answer. */
        AMOUNTS,
        /** One, where there is anything to answer that is not drawn on pictures. */
        ANSWERS,
        /** One, where there is a table. */
        TABLES,
        /** One, where there is a table of many columns. */
        WIDE_TABLES,
        /** One, where there is text. */
        TEXTS,
        /** One, where there are pictures. */
        IMAGES,
        /** One, where there are pictures and something to count. */
        COUNTS,
        /** One, where there are recordings. */
        AUDIO,
        /** One, where there are pictures or recordings. */
        MEDIA,
        /** One, where there are series that are no past of a forecast. */
        SERIES,
        /** One, where something is forecast. */
        FORECASTS,
        /** One, where all tasks are forecasts and more is told than their past. */
        TOLD_FORECASTS,
        /** One, where there are several inputs. */
        INPUTS,
        /** One, where there are several tasks. */
        TASKS,
        /** One per task, where there are several. */
        EACH_TASK,
        /** One per modality, where there are several inputs. */
        EACH_MODALITY
    }

    /** Whether it has a meaning for these data and tasks. */
    public boolean concerns(DataFacts facts) {
        return !parameters(facts).isEmpty();
    }

    /** What it may be, without what none of these tasks reads: that would be the same training under another name. */
    public List<Choice> options(DataFacts facts) {
        return scope == Scope.CLASSES
                ? options.stream()
                        .filter(option -> differs(option.name(), facts))
                        .toList()
                : options;
    }

    /** The names of its parameters, as far as it has a meaning for these data. */
    List<String> parameters(DataFacts facts) {
        return switch (scope) {
            case TRAINING -> List.of(name);
            case CLASSES -> where(options.stream().anyMatch(option -> read(option.name(), facts)));
            case NUMBERS -> where(facts.tasks().numbers());
            case AMOUNTS -> where(facts.has(Modality.TABULAR) && facts.tasks().any(Set.of(TaskType.REGRESSION)));
            case ANSWERS -> where(facts.tasks().answers());
            case TABLES -> where(facts.has(Modality.TABULAR));
            case WIDE_TABLES -> where(facts.wide());
            case TEXTS -> where(facts.has(Modality.TEXT));
            case IMAGES -> where(facts.has(Modality.IMAGE));
            case COUNTS -> where(facts.tasks().counts());
            case AUDIO -> where(facts.has(Modality.AUDIO));
            case MEDIA -> where(facts.has(Modality.IMAGE) || facts.has(Modality.AUDIO));
            case SERIES -> where(facts.has(Modality.SERIES) && !facts.tasks().forecasts());
            case FORECASTS -> where(facts.tasks().forecasts());
            case TOLD_FORECASTS -> where(facts.tasks().onlyForecasts() && facts.fuses());
            case INPUTS -> where(facts.fuses());
            case TASKS -> where(facts.shares());
            case EACH_TASK ->
                facts.shares() ? facts.tasks().names().stream().map(this::part).toList() : List.of();
            case EACH_MODALITY ->
                facts.fuses()
                        ? facts.modalities().stream()
                                .distinct()
                                .map(modality -> part(word(modality)))
                                .toList()
                        : List.of();
        };
    }

    /** Whether any task is trained otherwise by that option. */
    private boolean read(String option, DataFacts facts) {
        return facts.tasks().any(ClassOptions.readers(name, option));
    }

    private List<String> where(boolean meaningful) {
        return meaningful ? List.of(name) : List.of();
    }

    /** The parameter of one task or modality. */
    String part(String ofWhat) {
        return name + "." + ofWhat;
    }

    static String word(Modality modality) {
        return modality.name().toLowerCase(Locale.ROOT);
    }

    /** Its parameters in a space. What is left as it usually is, and only one thing, is no parameter at all. */
    Stream<Parameter> of(DataFacts facts, Map<String, List<String>> wanted) {
        var usual = Choice.usual(options);
        return parameters(facts).stream()
                .filter(parameter -> !left(parameter, facts, wanted, usual))
                .map(parameter -> parameter(parameter, sought(parameter, facts, wanted)));
    }

    private boolean left(String parameter, DataFacts facts, Map<String, List<String>> wanted, List<String> usual) {
        var sought = sought(parameter, facts, wanted);
        return sought.isEmpty() || usual.size() == 1 && sought.equals(usual);
    }

    /** What is allowed and has a meaning. */
    private List<String> sought(String parameter, DataFacts facts, Map<String, List<String>> wanted) {
        var meant = Choice.names(options(facts));
        return allowed(parameter, wanted).stream().filter(meant::contains).toList();
    }

    private boolean differs(String option, DataFacts facts) {
        return read(option, facts) || ClassOptions.readers(name, option).isEmpty();
    }

    /** What a parameter may be: as it was said of it, else of all of them, else as usual. */
    public List<String> allowed(String parameter, Map<String, List<String>> wanted) {
        var ofAll = wanted.getOrDefault(name, Choice.usual(options));
        return wanted.getOrDefault(parameter, ofAll);
    }

    private Parameter parameter(String parameter, List<String> allowed) {
        if (!numeric()) {
            return new CategoricalParameter(parameter, allowed, null);
        }
        return units()
                ? ordinal(
                        parameter,
                        allowed.stream().mapToLong(Long::parseLong).sorted().toArray())
                : ordinal(
                        parameter,
                        allowed.stream()
                                .mapToDouble(Double::parseDouble)
                                .sorted()
                                .toArray());
    }

    /** Whether its options are numbers of units, which assignments hold as whole numbers. */
    private boolean units() {
        return name.equals(Knobs.HEAD);
    }

    /** Whether its options are numbers. */
    public boolean numeric() {
        return Choice.names(options).stream().allMatch(option -> option.matches("[0-9.]+"));
    }
}
