package io.tokenrevocation.sample.bench;

import io.tokenrevocation.TokenUse;
import io.tokenrevocation.VerifiedToken;
import io.tokenrevocation.index.IndexedToken;
import io.tokenrevocation.token.RememberingVerifier;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;

/** Remembers verified tokens as ours does, and asks the database whether one is revoked. */
@WebFilter("/queried/*")
public class QueryingFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;
  private static final Set<TokenUse> ACCESS = Set.of(TokenUse.ACCESS);

  @Resource(lookup = "java:app/jdbc/revocation")
  private transient DataSource database;

  @Inject private transient RememberingVerifier<IndexedToken> verifier;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var token = verifier.verify(request.getHeader("Authorization"), ACCESS).token();
    try {
      if (isRevoked(token)) {
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        return;
      }
    } catch (SQLException e) {
      throw new ServletException(e);
    }
    chain.doFilter(request, response);
  }

  private boolean isRevoked(VerifiedToken token) throws SQLException {
    try (var connection = database.getConnection();
        var query =
            connection.prepareStatement(
                "select 1 from revocation_log where kind = 'FAMILY' and issuer = ? and revoked = ?")) {
      query.setString(1, token.issuer());
      query.setString(2, token.familyId());
      try (var rows = query.executeQuery()) {
        return rows.next();
      }
    }
  }
}
