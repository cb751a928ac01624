package io.polyphony.backend.testing.routes;

import io.polyphony.backend.security.AdminOnly;
import io.polyphony.backend.security.Public;
import io.polyphony.backend.security.Requires;
import io.polyphony.backend.security.Role;
import io.polyphony.backend.security.SignedIn;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who may use a route. */
public sealed interface Rule {
    /** Members of at least this role. */
    record Member(Role role) implements Rule {}

    /** Everyone who is signed in. */
    record Anyone() implements Rule {}

    /** Administrators. */
    record Admin() implements Rule {}

    /** Everyone. */
    record Open() implements Rule {}

    /** The rules that the method declares; exactly one is right. */
    static List<Rule> of(Method method) {
        var rules = new ArrayList<Rule>();
        Optional.ofNullable(method.getAnnotation(Requires.class))
                .ifPresent(found -> rules.add(new Member(found.value())));
        Optional.ofNullable(method.getAnnotation(SignedIn.class)).ifPresent(_ -> rules.add(new Anyone()));
        Optional.ofNullable(method.getAnnotation(AdminOnly.class)).ifPresent(_ -> rules.add(new Admin()));
        Optional.ofNullable(method.getAnnotation(Public.class)).ifPresent(_ -> rules.add(new Open()));
        return rules;
    }
}
