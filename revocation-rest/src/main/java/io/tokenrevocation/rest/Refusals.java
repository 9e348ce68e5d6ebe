package io.tokenrevocation.rest;

import io.tokenrevocation.pool.AuditAct;
import io.tokenrevocation.pool.AuditTrail;
import io.tokenrevocation.pool.Note;
import io.tokenrevocation.rest.sigv4.AccessRefusedException;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what administrators were refused. Only for callers who have said who they are: nobody
 * else leaves anything in the database.
 */
@Dependent
public class Refusals {

  private final AuditTrail trail;

  @Inject
  Refusals(AuditTrail trail) {
    this.trail = trail;
  }

  /**
   * Who has called what.
   *
   * @param by who, as the audit trail has it
   * @param operation by this name an access key is allowed it
   * @param poolId of which user pool, or null
   */
  public record Call(String by, String operation, @Nullable String poolId) {}

  /**
   * Writes down that a call of an administrator's or an access key's was refused.
   *
   * @param call which
   * @param why in words of ours: nothing that the caller has sent
   */
  public void refused(Call call, String why) {
    trail.refused(act(call, why));
  }

  /** Writes down that a call was refused to somebody who is no administrator. */
  void refusedToOthers(Call call, String why) {
    trail.refusedToOthers(act(call, why));
  }

  private static AuditAct act(Call call, String why) {
    return AuditAct.refused(call.operation(), call.poolId(), Note.fitting(call.by(), why));
  }

  /**
   * What may be refused.
   *
   * @param <T> what comes of it
   * @param <E> what else goes wrong
   */
  public interface Work<T, E extends Exception> {

    /**
     * Does it.
     *
     * @return what comes of it
     * @throws E if something else goes wrong
     */
    T done() throws E;
  }

  /**
   * Does what may be refused, and writes down if it is.
   *
   * @param call which
   * @param work what
   * @param <T> what comes of it
   * @param <E> what else goes wrong
   * @return what came of it
   * @throws E if something else went wrong
   */
  public <T, E extends Exception> T watch(Call call, Work<T, E> work) throws E {
    try {
      return work.done();
    } catch (Problem problem) {
      problem.refusal().ifPresent(why -> refused(call, why));
      throw problem;
    } catch (AccessRefusedException notAllowed) {
      refused(call, "forbidden");
      throw notAllowed;
    }
  }
}
