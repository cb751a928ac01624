package io.polyphony.backend.security.persistence;

import io.polyphony.backend.common.Conflict;
import io.polyphony.backend.common.NotFound;
import io.polyphony.backend.common.PageRequest;
import io.polyphony.backend.common.UserId;
import io.polyphony.backend.security.User;
import io.polyphony.backend.security.UserStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.hibernate.exception.ConstraintViolationException;

@ApplicationScoped
class JpaUsers implements UserStore {
    private final EntityManager entities;

    JpaUsers(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public void add(User user, Optional<String> passwordHash) {
        try {
            entities.persist(new UserEntity(user, passwordHash));
            entities.flush();
        } catch (ConstraintViolationException e) {
            throw new Conflict("The user name (%s) is taken. Maybe choose another one.".formatted(user.name()));
        }
    }

    @Override
    public void update(User user) {
        entity(user.id()).take(user);
    }

    @Override
    public void setPasswordHash(UserId user, String hash) {
        entity(user).passwordHash = hash;
    }

    @Override
    public Optional<User> find(UserId id) {
        return Optional.ofNullable(entities.find(UserEntity.class, id.value())).map(UserEntity::toUser);
    }

    @Override
    public Optional<Credentials> named(String name) {
        return entities.createQuery("from UserEntity where name = :name", UserEntity.class)
                .setParameter("name", name)
                .getResultStream()
                .findFirst()
                .map(user -> new Credentials(user.toUser(), Optional.ofNullable(user.passwordHash)));
    }

    @Override
    public List<User> page(PageRequest request) {
        return entities.createQuery("from UserEntity where name > :after order by name", UserEntity.class)
                .setParameter(
                        "after", request.after().map(cursor -> cursor.string(0)).orElse(""))
                .setMaxResults(request.fetch())
                .getResultStream()
                .map(UserEntity::toUser)
                .toList();
    }

    @Override
    public long lockAdmins() {
        return entities.createQuery("from UserEntity where admin and not disabled order by id", UserEntity.class)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .size();
    }

    @Override
    public boolean lockFirst() {
        entities.createNativeQuery("lock table app_user in share row exclusive mode")
                .executeUpdate();
        return entities.createQuery("select count(*) from UserEntity", Long.class)
                        .getSingleResult()
                == 0;
    }

    private UserEntity entity(UserId id) {
        return Optional.ofNullable(entities.find(UserEntity.class, id.value()))
                .orElseThrow(() -> NotFound.of("user", id));
    }
}
