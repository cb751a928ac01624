package io.polyphony.frontend.model;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.polyphony.backend.common.ModelId;
import io.polyphony.backend.experiment.ExperimentTask;
import io.polyphony.backend.model.ModelService;
import io.polyphony.backend.model.ModelView;
import io.polyphony.backend.model.VariantService;
import io.polyphony.backend.security.Access;
import io.polyphony.backend.security.Actor;
import io.polyphony.backend.security.CurrentActor;
import io.polyphony.backend.security.Role;
import io.polyphony.frontend.component.CopyBlock;
import io.polyphony.frontend.component.Facts;
import io.polyphony.frontend.component.Ids;
import io.polyphony.frontend.component.Live;
import io.polyphony.frontend.component.Numbers;
import io.polyphony.frontend.component.PageView;
import io.polyphony.frontend.component.Panel;
import io.polyphony.frontend.component.Tiles;
import io.polyphony.frontend.component.Ui;
import io.polyphony.frontend.experiment.ExperimentNavigation;
import io.polyphony.frontend.experiment.Metrics;
import io.polyphony.frontend.experiment.TaskTitle;
import io.polyphony.frontend.trial.TrialNavigation;
import jakarta.annotation.security.PermitAll;
import java.util.Map;

/** One model: its sealed test figures beside the validation ones, where it comes from, and a form to ask it. */
@Route(ModelNavigation.LIST + "/:id")
@PermitAll
class ModelPage extends PageView implements BeforeEnterObserver {
    private final ModelService models;
    private final Access access;
    private final VariantService variants;
    private final Actor actor;
    private final ObjectMapper json;
    private final Live live;

    ModelPage(
            ModelService models,
            VariantService variants,
            Access access,
            CurrentActor currentActor,
            ObjectMapper json,
            Live live) {
        super("Model");
        this.models = models;
        this.variants = variants;
        this.access = access;
        this.actor = currentActor.get();
        this.json = json;
        this.live = live;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var model = models.get(actor, Ids.of(event, ModelId::new));
        crumb("Models", ModelNavigation.LIST);
        title(model.name());
        lead("Promoted %s. This was look %d at the test rows of its experiment."
                .formatted(Numbers.moment(model.createdAt()), model.look()));
        boolean mayRun = access.role(actor, model.project())
                .filter(role -> role.includes(Role.RUNNER))
                .isPresent();
        body(
                tiles(model),
                Ui.div(
                        "grid-2",
                        Ui.div("stack", new MetricPanel(model), serving(model)),
                        Ui.div("stack", new MembersPanel(model), lineage(model))),
                new EvaluationPanel(models, actor, model, mayRun),
                new RivalPanel(models, actor, model, mayRun),
                new ExplanationPanel(models, actor, model, live),
                new VariantPanel(variants, actor, model, mayRun, live),
                new PredictPanel(models, new Respondent(models, variants, actor, model, live), actor, model, json),
                script(model));
    }

    private static Component tiles(ModelView model) {
        var tiles = new Tiles();
        model.tasks().forEach(task -> {
            var metrics = model.test().get(task.name());
            tiles.tile(
                    task.name(),
                    Numbers.metric(metrics == null ? null : metrics.get(task.metric())),
                    "test " + Metrics.label(task.metric()) + interval(model, task) + TaskTitle.note(task));
        });
        return tiles.tile("Test rows", Numbers.count(model.testRows()), "sealed until promoted");
    }

    private static String interval(ModelView model, ExperimentTask task) {
        var interval = model.intervals().getOrDefault(task.name(), Map.of()).get(task.metric());
        return interval == null
                ? ""
                : ", %s to %s".formatted(Numbers.metric(interval.low()), Numbers.metric(interval.high()));
    }

    /** The file to take along, and what it takes to ask it. */
    private static Component serving(ModelView model) {
        var link = Ui.link("api/v1/models/%s/bundle".formatted(model.id()), "Download the model");
        link.getElement().setAttribute("download", true);
        var facts = new Facts();
        var serving = model.serving();
        if (serving != null) {
            facts.fact("One row", Numbers.metric(serving.singleMillis()) + " ms")
                    .fact("Each of many", Numbers.metric(serving.eachMillis()) + " ms")
                    .fact("File", Numbers.bytes(serving.bytes()))
                    .fact("Learned numbers", Numbers.count(serving.parameters()));
        }
        return new Panel("Take it along", "One ZIP file: any JVM loads and asks it, and each network is in it as ONNX.")
                .with(link, facts);
    }

    private static Component lineage(ModelView model) {
        var facts = new Facts();
        // The assignment is on the trial's page, in a form that people can read.
        model.provenance().forEach((name, value) -> {
            if (value != null && !(value instanceof Map<?, ?>)) {
                facts.code(name.equals("os") ? "Operating system" : Numbers.words(name), String.valueOf(value));
            }
        });
        return new Panel("Lineage", "Where it comes from, to the byte.")
                .with(Ui.div(
                        "row",
                        Ui.link(ExperimentNavigation.href(model.experiment()), model.experimentName()),
                        Ui.link(TrialNavigation.href(model.trial()), "Trial " + model.trialNumber())))
                .with(facts);
    }

    private Component script(ModelView model) {
        return new Panel("Ask it from a script")
                .with(new CopyBlock("""
                curl -X POST "${POLYPHONY_URL:-http://localhost:8080}/api/v1/models/%s/predictions" \\
                  -H "Authorization: Bearer $POLYPHONY_TOKEN" \\
                  -H "Content-Type: application/json" \\
                  -d '{"rows": [%s]}'""".formatted(model.id(), Example.of(model, json))));
    }
}
