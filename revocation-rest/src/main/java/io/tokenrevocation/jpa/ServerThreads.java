package io.tokenrevocation.jpa;

import java.util.concurrent.Executor;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/** The server's threads, for work that is soon done; the caller's own where it has none to give. */
final class ServerThreads implements Executor {

  @Override
  @SuppressWarnings("BanJNDI") // a constant name, bound by the server
  public void execute(Runnable work) {
    Executor threads;
    try {
      threads = InitialContext.doLookup("java:comp/DefaultManagedExecutorService");
    } catch (NamingException notAManagedThread) {
      threads = Runnable::run;
    }
    threads.execute(work);
  }
}
