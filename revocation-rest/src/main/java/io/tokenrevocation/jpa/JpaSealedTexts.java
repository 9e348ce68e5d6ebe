package io.tokenrevocation.jpa;

import io.tokenrevocation.mint.SealedTexts;
import java.util.List;

/** The sealed columns of the database. */
final class JpaSealedTexts implements SealedTexts {

  private final Transactions transactions;

  JpaSealedTexts(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public List<SealedText> after(Kind kind, String id, int limit) {
    var query =
        switch (kind) {
          case SIGNING_KEY ->
              "select keyId, sealed from SigningKeyEntity where keyId > :after order by keyId";
          case CLIENT_SECRET ->
              "select id, sealedSecret from ClientEntity"
                  + " where id > :after and sealedSecret is not null order by id";
        };
    return transactions.commitBesideRequests(
        entities ->
            entities
                .createQuery(query, Object[].class)
                .setParameter("after", id)
                .setMaxResults(limit)
                .getResultStream()
                .map(row -> new SealedText(kind, (String) row[0], (String) row[1]))
                .toList());
  }

  /** Waits for whoever has locked the row, and then compares with what they left. */
  @Override
  public boolean replace(SealedText text, String sealed) {
    var update =
        switch (text.kind()) {
          case SIGNING_KEY ->
              "update SigningKeyEntity set sealed = :sealed where keyId = :id and sealed = :before";
          case CLIENT_SECRET ->
              "update ClientEntity set sealedSecret = :sealed"
                  + " where id = :id and sealedSecret = :before";
        };
    return transactions.commitBesideRequests(
        entities ->
            entities
                    .createQuery(update)
                    .setParameter("sealed", sealed)
                    .setParameter("id", text.id())
                    .setParameter("before", text.sealed())
                    .executeUpdate()
                > 0);
  }
}
