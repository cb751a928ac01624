package io.polyphony.backend.model;

import io.polyphony.backend.common.FieldProblem;
import io.polyphony.backend.common.Invalid;
import io.polyphony.engine.data.TaskCodec;
import io.polyphony.engine.evaluation.TaskPredictions;
import io.polyphony.engine.evaluation.Thresholds;
import io.polyphony.engine.export.Bundle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** From which probability on tasks say yes, by task and by class or label: as people write it, and as the engine reads it. */
final class OperatingPoints {
    private static final double HALF = 0.5;

    private OperatingPoints() {}

    /** The engine's thresholds by name. */
    static Map<String, Map<String, Double>> named(
            Map<String, Thresholds> thresholds, Map<String, TaskPredictions> predictions) {
        var named = new LinkedHashMap<String, Map<String, Double>>();
        thresholds.forEach((task, own) -> {
            var like = predictions.get(task);
            if (like != null) {
                named.put(task, own.byName(like.task().type(), like.classes()));
            }
        });
        return named;
    }

    /** Those that a model carries with it. */
    static Map<String, Map<String, Double>> of(Bundle bundle) {
        var named = new LinkedHashMap<String, Map<String, Double>>();
        codecs(bundle).forEach(codec -> {
            var own = bundle.thresholds().get(codec.task().name());
            if (own != null) {
                named.put(codec.task().name(), own.byName(codec.task().type(), codec.classes()));
            }
        });
        return named;
    }

    /** A model at these operating points; what is not named stays where it was. */
    static Bundle decided(Bundle bundle, Map<String, Map<String, Double>> points) {
        var thresholds = new LinkedHashMap<String, Thresholds>();
        for (var codec : bundle.members().getFirst().network().preprocessor().codecs()) {
            var own = points.get(codec.task().name());
            if (own != null && Thresholds.fit(codec.task().type())) {
                thresholds.put(
                        codec.task().name(),
                        new Thresholds(names(codec).stream()
                                .map(name -> own.getOrDefault(name, HALF))
                                .toList()));
            }
        }
        return bundle.decided(thresholds);
    }

    /**
     * The points with some of them moved.
     *
     * @throws Invalid with a pointer per point that there is not, or that lies outside of 0 to 1
     */
    static Map<String, Map<String, Double>> moved(
            Bundle bundle, Map<String, Map<String, Double>> points, Map<String, Map<String, Double>> wanted) {
        var problems = new ArrayList<FieldProblem>();
        var moved = new LinkedHashMap<String, Map<String, Double>>();
        points.forEach((task, own) -> moved.put(task, new LinkedHashMap<>(own)));
        wanted.forEach((task, own) -> {
            var names = names(bundle, task);
            own.forEach((name, value) -> {
                problems.addAll(problems(task, name, value, names));
                moved.computeIfAbsent(task, _ -> new LinkedHashMap<>()).put(name, value);
            });
        });
        if (!problems.isEmpty()) {
            throw new Invalid(problems.getFirst().detail(), problems);
        }
        return moved;
    }

    private static List<FieldProblem> problems(String task, String name, Double value, List<String> names) {
        var pointer = "/thresholds/%s/%s".formatted(escaped(task), escaped(name));
        if (names.isEmpty()) {
            return List.of(FieldProblem.at(
                    pointer,
                    "The task (%s) takes the most probable class, or there is no such task: it has no threshold. Maybe a binary or multilabel task is meant, or masks of two classes."
                            .formatted(task)));
        }
        if (!names.contains(name)) {
            return List.of(FieldProblem.at(
                    pointer,
                    "The task (%s) does not decide on (%s). Maybe one of %s is meant.".formatted(task, name, names)));
        }
        return value > 0 && value < 1
                ? List.of()
                : List.of(FieldProblem.at(
                        pointer,
                        "The threshold (%s) must lie between 0 and 1. Maybe it is meant in percent.".formatted(value)));
    }

    private static List<String> names(Bundle bundle, String task) {
        return codecs(bundle)
                .filter(codec -> codec.task().name().equals(task))
                .findFirst()
                .map(OperatingPoints::names)
                .orElse(List.of());
    }

    private static List<String> names(TaskCodec codec) {
        return Thresholds.names(codec.task().type(), codec.classes());
    }

    private static Stream<TaskCodec> codecs(Bundle bundle) {
        return bundle.members().getFirst().network().preprocessor().codecs().stream();
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
