package io.polyphony.frontend.security;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import io.polyphony.backend.common.PageRequest;
import io.polyphony.backend.security.Actor;
import io.polyphony.backend.security.CurrentActor;
import io.polyphony.backend.security.IssuedToken;
import io.polyphony.backend.security.Token;
import io.polyphony.backend.security.TokenService;
import io.polyphony.frontend.component.CopyBlock;
import io.polyphony.frontend.component.Glyph;
import io.polyphony.frontend.component.Numbers;
import io.polyphony.frontend.component.PageView;
import io.polyphony.frontend.component.Panel;
import io.polyphony.frontend.component.Problems;
import io.polyphony.frontend.component.Ui;
import io.polyphony.frontend.project.ProjectChoice;
import jakarta.annotation.security.PermitAll;
import java.time.Instant;

/** One's own API tokens; a fresh one's secret is shown once, here and nowhere else. */
@Route("tokens")
@PermitAll
class TokenView extends PageView {
    private final TokenService tokens;
    private final Actor actor;
    private final Div issued = new Div();
    private final Div list = Ui.div("people");

    TokenView(TokenService tokens, ProjectChoice projects, CurrentActor currentActor) {
        super("API tokens");
        this.tokens = tokens;
        this.actor = currentActor.get();
        lead(
                "Scripts and notebooks sign in with a token. It can be narrowed to a project and a role, and it can expire.");
        actions(Ui.primary(
                "New token", Glyph.KEY, () -> new NewTokenDialog(tokens, projects, actor, this::issued).open()));
        body(issued, Ui.div("panel padded", list));
        show();
    }

    private void issued(IssuedToken fresh) {
        issued.removeAll();
        issued.add(new Panel("Your new token", "Copy it now: it is shown this once, and only its hash is kept.")
                .with(new CopyBlock(fresh.secret())));
        show();
    }

    private void show() {
        list.removeAll();
        tokens.page(actor, PageRequest.first(200)).items().forEach(token -> list.add(row(token)));
        if (list.getComponentCount() == 0) {
            list.add(Ui.blank(
                    Glyph.KEY, "No tokens yet", "Make one to upload data and start experiments from a script."));
        }
    }

    private Div row(Token token) {
        boolean valid = token.valid(Instant.now());
        var expiry = token.expiresAt() == null ? "never expires" : "expires " + Numbers.moment(token.expiresAt());
        var used = token.lastUsedAt() == null ? "never used" : "used " + Numbers.ago(token.lastUsedAt(), Instant.now());
        var row = Ui.div(
                "person",
                Ui.div("stack tight", Ui.span("name", token.name()), Ui.span("small muted", expiry + ", " + used)));
        if (token.maxRole() != null) {
            row.add(Ui.span(
                    "chip", "at most " + Numbers.words(token.maxRole().name()).toLowerCase(java.util.Locale.ROOT)));
        }
        if (token.project() != null) {
            row.add(Ui.span("chip", "one project"));
        }
        row.add(Ui.span(
                "state " + (valid ? "good" : "idle"),
                valid ? "Valid" : token.revokedAt() != null ? "Revoked" : "Expired"));
        if (valid) {
            row.add(Ui.button("Revoke", Glyph.REMOVE, () -> revoke(token)));
        }
        return row;
    }

    private void revoke(Token token) {
        try {
            tokens.revoke(actor, token.id());
        } catch (RuntimeException refused) {
            Ui.tellProblem(Problems.text(refused));
        }
        show();
    }
}
