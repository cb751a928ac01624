package io.polyphony.backend.security.http;

import io.polyphony.backend.common.Unauthorized;
import io.polyphony.backend.security.Actor;
import io.polyphony.backend.security.CurrentActor;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

@ApplicationScoped
class IdentityActor implements CurrentActor {
    private final CurrentIdentityAssociation association;

    IdentityActor(CurrentIdentityAssociation association) {
        this.association = association;
    }

    @Override
    public Optional<Actor> find() {
        return Identities.actor(association.getIdentity());
    }

    @Override
    public Actor get() {
        return find().orElseThrow(
                        () -> new Unauthorized(
                                "Nobody is signed in. Maybe the header (Authorization: Bearer poly_...) is missing, or the session ended."));
    }
}
