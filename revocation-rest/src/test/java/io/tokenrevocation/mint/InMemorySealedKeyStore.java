package io.tokenrevocation.mint;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Keeps sealed keys for the length of a test. */
final class InMemorySealedKeyStore implements SealedKeyStore {

  private final Map<String, List<SealedKey>> byPool = new ConcurrentHashMap<>();

  @Override
  public List<SealedKey> keysOf(String poolId, Supplier<List<SealedKey>> first) {
    return byPool.computeIfAbsent(poolId, id -> first.get());
  }
}
