package io.tokenrevocation.mint;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Keeps sealed keys for the length of a test, with a clock that the test sets. */
final class InMemorySealedKeyStore implements SealedKeyStore {

  private final List<SealedKey> keys = new ArrayList<>();
  private final Map<String, Instant> madeAt = new HashMap<>();
  private Instant now;
  private int asked;

  InMemorySealedKeyStore(Instant now) {
    this.now = now;
  }

  synchronized void set(Instant instant) {
    now = instant;
  }

  synchronized Instant now() {
    return now;
  }

  /** How often it was asked which keys there are. */
  synchronized int asked() {
    return asked;
  }

  @Override
  public synchronized Set<String> keyIds() {
    asked++;
    return keys.stream().map(SealedKey::keyId).collect(Collectors.toSet());
  }

  @Override
  public synchronized List<SealedKey> keysOf(String poolId) {
    return keys.stream()
        .filter(key -> key.poolId().equals(poolId))
        .sorted(Comparator.comparing(SealedKey::signsFrom))
        .toList();
  }

  @Override
  public synchronized Map<String, Instant> madeAt(String poolId) {
    return Map.copyOf(madeAt);
  }

  @Override
  public synchronized KeyChange foresee(String poolId, Change change) {
    var before = keysOf(poolId);
    return new KeyChange(now, before, change.apply(before, now));
  }

  @Override
  public synchronized KeyChange change(String poolId, Change change, Optional<KeyAct> act) {
    var done = foresee(poolId, change);
    keys.removeAll(done.removed());
    keys.addAll(done.made());
    done.made().forEach(key -> madeAt.put(key.keyId(), now));
    return done;
  }
}
