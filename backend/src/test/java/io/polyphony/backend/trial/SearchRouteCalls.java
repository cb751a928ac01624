package io.polyphony.backend.trial;

import io.polyphony.backend.common.ExperimentId;
import io.polyphony.backend.common.ModelId;
import io.polyphony.backend.common.ProjectId;
import io.polyphony.backend.common.TrialId;
import io.polyphony.backend.common.VariantId;
import io.polyphony.backend.experiment.ExperimentRequest;
import io.polyphony.backend.model.Evaluation;
import io.polyphony.backend.model.EvaluationStore;
import io.polyphony.backend.model.Model;
import io.polyphony.backend.model.ModelStore;
import io.polyphony.backend.model.VariantKind;
import io.polyphony.backend.model.VariantPlan;
import io.polyphony.backend.model.VariantStore;
import io.polyphony.backend.security.Actor;
import io.polyphony.backend.testing.SmallSearch;
import io.polyphony.backend.testing.routes.Call;
import io.polyphony.backend.testing.routes.RouteCalls;
import io.polyphony.backend.testing.routes.Scene;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** How the routes of experiments, trials, metrics, comparisons and models are called. Nothing is trained for it. */
@ApplicationScoped
class SearchRouteCalls implements RouteCalls {
    private final SmallSearch search;
    private final TrialStore trials;
    private final ModelStore models;
    private final EvaluationStore evaluations;
    private final VariantStore variants;
    private final Map<ProjectId, Things> things = new ConcurrentHashMap<>();

    /** What a project has. */
    private record Things(
            ExperimentRequest request, ExperimentId experiment, TrialId trial, ModelId model, VariantId variant) {}

    SearchRouteCalls(
            SmallSearch search,
            TrialStore trials,
            ModelStore models,
            EvaluationStore evaluations,
            VariantStore variants) {
        this.search = search;
        this.trials = trials;
        this.models = models;
        this.evaluations = evaluations;
        this.variants = variants;
    }

    @Override
    public Map<String, Function<Scene, Call>> calls() {
        var calls = new HashMap<String, Function<Scene, Call>>();
        calls.put("POST /api/v1/experiments", this::create);
        List.of(
                        "",
                        "/trials",
                        "/comparison",
                        "/pareto",
                        "/insight",
                        "/gradients",
                        "/events",
                        "/labels",
                        "/timeline",
                        "/verdicts",
                        "/recommendation")
                .forEach(path ->
                        calls.put("GET /api/v1/experiments/{id}" + path, scene -> Call.of(experiment(scene) + path)));
        List.of("pause", "resume", "cancel")
                .forEach(action -> calls.put(
                        "POST /api/v1/experiments/{id}/actions/" + action,
                        scene -> Call.of(experiment(scene) + "/actions/" + action)));
        calls.put(
                "POST /api/v1/experiments/{id}/actions/extend",
                scene -> Call.of(experiment(scene) + "/actions/extend", Map.of("trials", -1)));
        calls.put(
                "POST /api/v1/experiments/{id}/trials",
                scene -> Call.of(experiment(scene) + "/trials", Map.of("assignment", Map.of("nothing", 1))));
        // The space of every search has both.
        calls.put(
                "GET /api/v1/experiments/{id}/slice",
                scene -> Call.of(experiment(scene) + "/slice?objective=liked&parameter=learning_rate"));
        calls.put(
                "GET /api/v1/experiments/{id}/contour",
                scene -> Call.of(experiment(scene) + "/contour?objective=liked&first=learning_rate&second=batch"));
        calls.put("GET /api/v1/experiments/{id}/trials.csv", scene -> Call.of(experiment(scene) + "/trials.csv"));
        calls.put(
                "POST /api/v1/experiments/{id}/trials.csv",
                scene -> new Call(
                        experiment(scene) + "/trials.csv",
                        request -> request.contentType("text/csv").body("number,state\n")));
        List.of("", "/attempts", "/diagnosis", "/metrics", "/curves", "/gradients")
                .forEach(path -> calls.put("GET /api/v1/trials/{id}" + path, scene -> Call.of(trial(scene) + path)));
        calls.put("POST /api/v1/trials/{id}/promote", scene -> Call.of(trial(scene) + "/promote", Map.of()));
        calls.put("POST /api/v1/experiments/{id}/promote", scene -> Call.of(experiment(scene) + "/promote", Map.of()));
        calls.put("GET /api/v1/models/{id}", scene -> Call.of(model(scene)));
        calls.put("GET /api/v1/models/{id}/explanation", scene -> Call.of(model(scene) + "/explanation"));
        calls.put("GET /api/v1/models/{id}/bundle", scene -> Call.of(model(scene) + "/bundle"));
        calls.put(
                "POST /api/v1/models/{id}/predictions",
                scene -> Call.of(model(scene) + "/predictions", Map.of("rows", List.of(Map.of("price", 1)))));
        calls.put("GET /api/v1/models/{id}/evaluation", scene -> Call.of(model(scene) + "/evaluation"));
        calls.put(
                "PUT /api/v1/models/{id}/thresholds",
                scene -> Call.of(model(scene) + "/thresholds", Map.of("thresholds", Map.of())));
        calls.put(
                "POST /api/v1/models/{id}/comparisons",
                scene -> Call.of(
                        model(scene) + "/comparisons", Map.of("with", of(scene).model())));
        calls.put(
                "POST /api/v1/models/{id}/explanations",
                scene -> Call.of(
                        model(scene) + "/explanations", Map.of("rows", List.of(Map.of("price", 1)), "task", "liked")));
        calls.put("GET /api/v1/models/{id}/keras", scene -> Call.of(model(scene) + "/keras"));
        calls.put("GET /api/v1/models/{id}/variants", scene -> Call.of(model(scene) + "/variants"));
        calls.put(
                "POST /api/v1/models/{id}/variants",
                scene -> Call.of(model(scene) + "/variants", Map.of("kind", "int8")));
        calls.put(
                "POST /api/v1/models/{id}/variants/{variant}/predictions",
                scene -> Call.of(
                        "%s/variants/%s/predictions"
                                .formatted(model(scene), of(scene).variant()),
                        Map.of("rows", List.of(Map.of("price", 1)))));
        List.of("bundle", "onnx")
                .forEach(file -> calls.put(
                        "GET /api/v1/models/{id}/variants/{variant}/" + file,
                        scene -> Call.of("%s/variants/%s/%s"
                                .formatted(model(scene), of(scene).variant(), file))));
        return calls;
    }

    private Call create(Scene scene) {
        var request = of(scene).request();
        return Call.of(
                "/api/v1/experiments",
                Map.of(
                        "name", "refused",
                        "dataset", String.valueOf(request.dataset()),
                        "tasks", List.of(Map.of("target", "no such column"))));
    }

    private String experiment(Scene scene) {
        return "/api/v1/experiments/" + of(scene).experiment();
    }

    private String trial(Scene scene) {
        return "/api/v1/trials/" + of(scene).trial();
    }

    private String model(Scene scene) {
        return "/api/v1/models/" + of(scene).model();
    }

    private Things of(Scene scene) {
        return things.computeIfAbsent(scene.project(), project -> make(scene.owner(), project));
    }

    private Things make(Actor owner, ProjectId project) {
        var request = search.request(owner, project, "liked", 1);
        var experiment = search.paused(owner, request);
        var trial = TrialId.next();
        var model = ModelId.next();
        var variant = VariantId.next();
        QuarkusTransaction.requiringNew().run(() -> {
            trials.add(SmallSearch.trial(trial, experiment, 1, TrialState.COMPLETED, "liked"));
            models.add(new Model(
                    model,
                    project,
                    experiment,
                    trial,
                    List.of(),
                    Map.of(),
                    "routes",
                    10,
                    Map.of(),
                    Map.of("liked", Map.of("roc_auc", 0.5)),
                    Map.of(),
                    Map.of(),
                    Map.of(),
                    1,
                    Map.of(),
                    null,
                    owner.id(),
                    Instant.now()));
            evaluations.add(model, new Evaluation(10, "not measured", List.of()));
            variants.add(variant, model, new VariantPlan(VariantKind.INT8, null, null, null, null, null, null, "int8"));
        });
        return new Things(request, experiment, trial, model, variant);
    }
}
