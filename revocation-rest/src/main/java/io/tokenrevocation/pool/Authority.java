package io.tokenrevocation.pool;

import io.tokenrevocation.StoreUnavailableException;
import io.tokenrevocation.mint.SigningKeys;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.function.Consumer;

/** Brings up the user pools and their keys, as soon as the database allows. Thread-safe. */
public final class Authority {

  private static final System.Logger LOG = System.getLogger(Authority.class.getName());

  private final List<UserPool> configured;
  private final PoolStore store;
  private final UserPools pools;
  private final SigningKeys keys;
  private final Consumer<AuthorityStarted> started;
  private final AppClients clients;
  private volatile boolean running;

  Authority(
      List<UserPool> configured,
      PoolStore store,
      UserPools pools,
      SigningKeys keys,
      AppClients clients,
      Consumer<AuthorityStarted> started) {
    this.configured = List.copyOf(configured);
    this.store = store;
    this.pools = pools;
    this.keys = keys;
    this.clients = clients;
    this.started = started;
  }

  /**
   * Starts, unless it has started.
   *
   * @throws io.tokenrevocation.StoreUnavailableException if the database is not there yet
   */
  public void start() {
    if (!running) {
      startOnce();
    }
  }

  /**
   * Refuses to go on until the authority has started: before, it knows neither pools nor keys.
   *
   * @throws StoreUnavailableException if it has not
   */
  public void requireStarted() {
    if (!running) {
      throw new StoreUnavailableException("the authority has not started yet");
    }
  }

  private synchronized void startOnce() {
    if (running) {
      return;
    }
    for (var pool : configured) {
      var stored = store.ensure(pool);
      if (!stored.issuer().equals(pool.issuer())) {
        LOG.log(
            Level.WARNING, Messages.ISSUER_STAYS.text(pool.id(), stored.issuer(), pool.issuer()));
      }
      KeyUpkeep.log(stored.id(), keys.load(stored.id(), stored.issuer()));
      pools.add(stored);
    }
    started.accept(new AuthorityStarted(clients));
    running = true;
    for (var pool : configured) {
      LOG.log(
          Level.INFO,
          Messages.AUTHORITY_STARTED.text(pool.id(), pools.started(pool.id()).issuer()));
    }
  }
}
