package io.tokenrevocation.jpa;

import io.tokenrevocation.mint.SealedKeyStore;
import io.tokenrevocation.mint.SealedTexts;
import io.tokenrevocation.pool.ClientStore;
import io.tokenrevocation.pool.PoolStore;
import io.tokenrevocation.pool.RetentionStore;
import io.tokenrevocation.pool.RevocationLog;
import io.tokenrevocation.pool.SessionStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;

/** Makes the stores. */
@ApplicationScoped
class JpaWiring {

  @Produces
  @Singleton
  SessionStore sessions(Transactions transactions) {
    return new JpaSessionStore(transactions, new NewsSender(transactions, new ServerThreads()));
  }

  @Produces
  @Singleton
  ClientStore clients(Transactions transactions) {
    return new JpaClientStore(transactions);
  }

  @Produces
  @Singleton
  @Typed({PoolStore.class, SealedKeyStore.class})
  JpaPoolStore pools(Transactions transactions) {
    return new JpaPoolStore(transactions);
  }

  @Produces
  @Singleton
  SealedTexts sealedTexts(Transactions transactions) {
    return new JpaSealedTexts(transactions);
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
    return new NewsListener(transactions, System::nanoTime);
  }

  void close(@Disposes NewsListener listener) {
    listener.close();
  }
}
