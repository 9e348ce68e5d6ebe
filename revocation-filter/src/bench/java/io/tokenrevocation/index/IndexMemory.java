package io.tokenrevocation.index;

import io.tokenrevocation.FamilyRevocation;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openjdk.jol.info.GraphLayout;

/**
 * What a live revocation costs in heap, by the heap's own account and by the layout of the objects.
 */
public final class IndexMemory {

  private static final String ISSUER = "https://cognito-idp.eu-central-1.amazonaws.com/pool";
  private static final Instant NOW = Instant.EPOCH;
  private static final Instant UNTIL = NOW.plusSeconds(86_400);
  private static final int PAGE = 1_000;

  private IndexMemory() {}

  /** Makes a table with a row for each number of revocations. */
  public static String table(List<Integer> counts) {
    var unused = row(counts.get(0)); // loads what the measuring itself takes
    return "| live revocations | bytes each, heap | bytes each, layout | ConcurrentHashMap<String, Long>"
        + " |\n| --- | --- | --- | --- |\n"
        + counts.stream().map(IndexMemory::row).collect(Collectors.joining());
  }

  private static String row(int count) {
    var before = used();
    var filled = fill(count);
    var heap = used() - before;
    var layout = size(filled) - size(new RevocationIndex(1));
    return String.format(
        Locale.ROOT,
        "| %,d | %.1f | %.1f | %s |%n",
        count,
        (double) heap / count,
        (double) layout / count,
        count > 1_000_000 ? "" : String.format(Locale.ROOT, "%.1f", map(count)));
  }

  private static long size(RevocationIndex index) {
    return GraphLayout.parseInstance(index).totalSize();
  }

  private static RevocationIndex fill(int count) {
    var index = new RevocationIndex(Integer.MAX_VALUE);
    for (var done = 0; done < count; done += PAGE) {
      var page =
          IntStream.range(0, PAGE)
              .mapToObj(any -> new FamilyRevocation(ISSUER, UUID.randomUUID().toString(), UNTIL))
              .toList();
      index.apply(page, NOW);
    }
    return index;
  }

  private static double map(int count) {
    var before = used();
    Map<String, Long> map = new ConcurrentHashMap<>();
    for (var id = 0; id < count; id++) {
      map.put(UUID.randomUUID().toString(), UNTIL.getEpochSecond() + id);
    }
    var bytes = used() - before;
    return (double) bytes / map.size();
  }

  private static long used() {
    var runtime = Runtime.getRuntime();
    for (var i = 0; i < 3; i++) {
      System.gc();
    }
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
