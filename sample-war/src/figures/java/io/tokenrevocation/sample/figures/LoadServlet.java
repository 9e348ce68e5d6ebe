package io.tokenrevocation.sample.figures;

import io.tokenrevocation.pool.AppClients;
import io.tokenrevocation.pool.FamilyRevoker;
import io.tokenrevocation.pool.Refusal;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * Does something for each line of a request's body, one after the other: below /load/revoke, the
 * line is a refresh token, which it revokes; below /load/commit, it commits the line, and no more.
 */
@WebServlet("/load/*")
public class LoadServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Resource(lookup = "jdbc/revocation")
  private transient DataSource database;

  @Inject private transient AppClients clients;
  @Inject private transient FamilyRevoker revoker;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    var lines = request.getReader().lines().toList();
    try {
      if (request.getPathInfo().equals("/revoke")) {
        revoke(lines);
      } else {
        commit(lines);
      }
    } catch (SQLException e) {
      throw new ServletException(e);
    }
  }

  private void revoke(List<String> refreshTokens) {
    var client = clients.find("sampleweb").orElseThrow();
    for (var token : refreshTokens) {
      Function<Refusal, RuntimeException> failure =
          refusal -> new IllegalStateException(refusal.name());
      if (revoker.revoke(client, token).orElseThrow(failure).isEmpty()) {
        throw new IllegalStateException("no such sign-in");
      }
    }
  }

  private void commit(List<String> lines) throws SQLException {
    for (var line : lines) {
      try (var connection = database.getConnection();
          var insert = connection.prepareStatement("insert into bare_commit (line) values (?)")) {
        insert.setString(1, line);
        insert.executeUpdate();
      }
    }
  }
}
