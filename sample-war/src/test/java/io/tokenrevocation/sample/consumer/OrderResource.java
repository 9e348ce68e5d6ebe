package io.tokenrevocation.sample.consumer;

import io.tokenrevocation.filter.TokenPrincipal;
import io.tokenrevocation.pool.Note;
import io.tokenrevocation.pool.SignOut;
import io.tokenrevocation.pool.SubjectKey;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.sql.SQLException;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/** Writes rows of its own in a JTA transaction, in the middle of which it signs the caller out. */
@Path("orders")
@RequestScoped
public class OrderResource {

  @Inject private SignOut signOut;

  @SuppressWarnings("NullAway.Init") // CDI injects
  public OrderResource() {}

  @POST
  @Path("table")
  public void createTable() throws SQLException, NamingException {
    execute("create table consumer_order (id int)");
  }

  @POST
  @Transactional
  public void place(
      @QueryParam("fail") @DefaultValue("false") boolean fail, @Context HttpServletRequest request)
      throws SQLException, NamingException {
    execute("insert into consumer_order values (1)");
    var caller = ((TokenPrincipal) request.getUserPrincipal()).token();
    signOut.everywhere(new SubjectKey("us-east-1_Sample001", caller.subject()), Note.by("test"));
    if (fail) {
      throw new IllegalStateException("the order failed");
    }
  }

  @GET
  public int count() throws SQLException, NamingException {
    try (var connection = dataSource().getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select count(*) from consumer_order")) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private static void execute(String sql) throws SQLException, NamingException {
    try (var connection = dataSource().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @SuppressWarnings("BanJNDI") // a constant name, bound by the server
  private static DataSource dataSource() throws NamingException {
    return InitialContext.doLookup("java:app/jdbc/revocation");
  }
}
