package io.polyphony.backend.testing;

import io.polyphony.backend.common.Ids;
import io.polyphony.backend.common.ProjectId;
import io.polyphony.backend.common.UserId;
import io.polyphony.backend.project.MemberService;
import io.polyphony.backend.project.NewProject;
import io.polyphony.backend.project.ProjectService;
import io.polyphony.backend.security.Actor;
import io.polyphony.backend.security.NewToken;
import io.polyphony.backend.security.NewUser;
import io.polyphony.backend.security.Role;
import io.polyphony.backend.security.TokenService;
import io.polyphony.backend.security.UserService;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Fresh users, projects and tokens for tests. */
@ApplicationScoped
public class TestTeam {
    /** An administrator who stands for the platform itself; he has no row of his own. */
    public static final Actor ROOT = new Actor(UserId.next(), "root-of-tests", true);

    private final UserService users;
    private final TokenService tokens;
    private final ProjectService projects;
    private final MemberService members;

    TestTeam(UserService users, TokenService tokens, ProjectService projects, MemberService members) {
        this.users = users;
        this.tokens = tokens;
        this.projects = projects;
        this.members = members;
    }

    /** A fresh user without a password. */
    public Actor user() {
        return user(null, false);
    }

    /** A fresh administrator. */
    public Actor admin() {
        return user(null, true);
    }

    /** A fresh user. */
    public Actor user(@Nullable String password, boolean admin) {
        var user = users.create(ROOT, new NewUser("u" + Ids.next(), null, password, admin));
        return new Actor(user.id(), user.name(), user.admin());
    }

    /** A fresh project of this owner. */
    public ProjectId project(Actor owner) {
        return projects.create(owner, new NewProject("Project " + Ids.next(), null))
                .id();
    }

    /** A fresh user of this role in the project. */
    public Actor member(Actor owner, ProjectId project, Role role) {
        var user = user();
        members.add(owner, project, user.name(), role);
        return user;
    }

    /** The secret of a fresh token of this user. */
    public String token(Actor user) {
        return tokens.create(user, new NewToken("test", null, null, 1)).secret();
    }

    /** A REST request by this user. */
    public RequestSpecification as(Actor user) {
        return with(token(user));
    }

    /** What this user reads at a path below /api/v1; the status must be 200. */
    public JsonPath get(Actor user, String path) {
        return as(user).get("/api/v1" + path).then().statusCode(200).extract().jsonPath();
    }

    /** What this user is answered who sends JSON to a path below /api/v1; the status must be that one. */
    public JsonPath post(Actor user, String path, String body, int status) {
        return as(user).body(body)
                .post("/api/v1" + path)
                .then()
                .statusCode(status)
                .extract()
                .jsonPath();
    }

    /** A REST request with this token. */
    public static RequestSpecification with(String secret) {
        return RestAssured.given()
                .header("Authorization", "Bearer " + secret)
                .contentType("application/json")
                .accept("*/*");
    }
}
