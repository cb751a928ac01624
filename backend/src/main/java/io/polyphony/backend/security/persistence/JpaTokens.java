package io.polyphony.backend.security.persistence;

import io.polyphony.backend.common.PageRequest;
import io.polyphony.backend.common.TokenId;
import io.polyphony.backend.common.UserId;
import io.polyphony.backend.security.Token;
import io.polyphony.backend.security.TokenStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class JpaTokens implements TokenStore {
    /** The greatest UUID: the first page begins below it. */
    private static final UUID NEWEST = new UUID(-1, -1);

    private final EntityManager entities;

    JpaTokens(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public void add(Token token, byte[] hash) {
        entities.persist(new TokenEntity(token, hash));
        entities.flush();
    }

    @Override
    public Optional<Token> find(TokenId id) {
        return Optional.ofNullable(entities.find(TokenEntity.class, id.value())).map(TokenEntity::toToken);
    }

    @Override
    public Optional<Token> hashed(byte[] hash) {
        return entities.createQuery("from TokenEntity where hash = :hash", TokenEntity.class)
                .setParameter("hash", hash)
                .getResultStream()
                .findFirst()
                .map(TokenEntity::toToken);
    }

    @Override
    public List<Token> page(UserId user, PageRequest request) {
        return entities.createQuery(
                        "from TokenEntity where userId = :user and id < :before order by id desc", TokenEntity.class)
                .setParameter("user", user.value())
                .setParameter(
                        "before", request.after().map(cursor -> cursor.id(0)).orElse(NEWEST))
                .setMaxResults(request.fetch())
                .getResultStream()
                .map(TokenEntity::toToken)
                .toList();
    }

    @Override
    public void revoke(TokenId id, Instant at) {
        entities.createQuery("update TokenEntity set revokedAt = :at where id = :id and revokedAt is null")
                .setParameter("at", at)
                .setParameter("id", id.value())
                .executeUpdate();
    }

    @Override
    public void used(TokenId id, Instant at) {
        entities.createQuery("update TokenEntity set lastUsedAt = :at where id = :id")
                .setParameter("at", at)
                .setParameter("id", id.value())
                .executeUpdate();
    }
}
