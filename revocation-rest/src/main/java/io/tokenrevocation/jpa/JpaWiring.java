package io.tokenrevocation.jpa;

import io.tokenrevocation.mint.SealedKeyStore;
import io.tokenrevocation.mint.SealedTexts;
import io.tokenrevocation.pool.AuditStore;
import io.tokenrevocation.pool.ClientStore;
import io.tokenrevocation.pool.CurrentCaller;
import io.tokenrevocation.pool.NodeStore;
import io.tokenrevocation.pool.PoolStore;
import io.tokenrevocation.pool.RetentionStore;
import io.tokenrevocation.pool.RevocationLog;
import io.tokenrevocation.pool.SessionStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.UUID;

/** Makes the stores. */
@ApplicationScoped
class JpaWiring {

  /** Who this node is to the others that listen. */
  private final String self = UUID.randomUUID().toString();

  @Produces
  @Singleton
  AuditWriter auditWriter(CurrentCaller caller) {
    return new AuditWriter(caller);
  }

  @Produces
  @Singleton
  SessionStore sessions(Transactions transactions, AuditWriter audit) {
    var news = new NewsSender(transactions, new ServerThreads(), self, Duration.ofSeconds(1));
    return new JpaSessionStore(transactions, news, audit);
  }

  @Produces
  @Singleton
  ClientStore clients(Transactions transactions, AuditWriter audit) {
    return new JpaClientStore(transactions, audit);
  }

  @Produces
  @Singleton
  @Typed({PoolStore.class, SealedKeyStore.class})
  JpaPoolStore pools(Transactions transactions, AuditWriter audit) {
    return new JpaPoolStore(transactions, audit);
  }

  @Produces
  @Singleton
  SealedTexts sealedTexts(Transactions transactions) {
    return new JpaSealedTexts(transactions);
  }

  @Produces
  @Singleton
  AuditStore auditStore(Transactions transactions, AuditWriter audit) {
    return new JpaAuditStore(transactions, audit);
  }

  @Produces
  @Singleton
  NodeStore nodeStore(Transactions transactions) {
    return new JpaNodeStore(transactions);
  }

  @Produces
  @Singleton
  RetentionStore retention(Transactions transactions) {
    return new JpaRetentionStore(transactions);
  }

  /** Not a source of revocations by itself: the one that starts the authority first is. */
  @Produces
  @Singleton
  @Typed(RevocationLog.class)
  JpaRevocationLog log(Transactions transactions, NewsListener listener) {
    return new JpaRevocationLog(transactions, listener);
  }

  @Produces
  @Singleton
  NewsListener listener(Transactions transactions) {
    return new NewsListener(transactions, System::nanoTime, self);
  }

  void close(@Disposes NewsListener listener) {
    listener.close();
  }
}
