package io.tokenrevocation.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Eight clients that share out the requests they have to send. */
final class Clients {

  private static final int CLIENTS = 8;

  private Clients() {}

  /** Sends a request for each, and returns what became of each, in the same order. */
  static <T, R> List<R> call(List<T> all, Function<? super T, R> request) {
    var clients = Executors.newFixedThreadPool(CLIENTS);
    try {
      var requests = all.stream().map(each -> (Callable<R>) () -> request.apply(each)).toList();
      var answers = new ArrayList<R>();
      for (var answer : clients.invokeAll(requests)) {
        answers.add(answer.get());
      }
      return answers;
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    } finally {
      clients.shutdownNow();
    }
  }

  /** Sends a request for each, and returns those that it was true of. */
  static <T> List<T> those(List<T> all, Predicate<? super T> request) {
    var answers = call(all, request::test);
    return IntStream.range(0, all.size()).filter(answers::get).mapToObj(all::get).toList();
  }
}
