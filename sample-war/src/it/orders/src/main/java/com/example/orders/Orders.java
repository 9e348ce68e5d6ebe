package com.example.orders;

import io.tokenrevocation.VerifiedToken;
import io.tokenrevocation.pool.Note;
import io.tokenrevocation.pool.Revoker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Writes rows of its own in a JTA transaction, in the middle of which it signs the customer out. */
@ApplicationScoped
@Transactional
public class Orders {

  @PersistenceContext private EntityManager entities;
  @Inject private Revoker revoker;

  public void place(VerifiedToken customer, boolean fail) {
    entities.persist(new PlacedOrder(UUID.randomUUID().toString(), customer.username()));
    entities.flush();
    revoker.signOutEverywhere(customer, Note.by("orders"));
    if (fail) {
      throw new IllegalStateException("sold out");
    }
  }

  public long of(String customer) {
    return entities
        .createQuery("select count(o) from PlacedOrder o where o.customer = :customer", Long.class)
        .setParameter("customer", customer)
        .getSingleResult();
  }
}
