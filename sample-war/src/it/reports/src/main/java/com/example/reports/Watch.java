package com.example.reports;

import io.tokenrevocation.filter.RevocationApplied;
import io.tokenrevocation.filter.TokenRefused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps in mind what the filter did. */
@ApplicationScoped
public class Watch {

  private final List<String> seen = new CopyOnWriteArrayList<>();

  void refused(@Observes TokenRefused event) {
    seen.add(
        event.status() + " " + event.token().map(token -> token.tokenId()).orElse("nobody's"));
  }

  void applied(@Observes RevocationApplied event) {
    seen.add("revoked " + event.revocation().key().value());
    throw new AssertionError("an observer that fails");
  }

  List<String> seen() {
    return seen;
  }
}
