package io.tokenrevocation.jpa;

import io.tokenrevocation.pool.AppClient;
import io.tokenrevocation.pool.AuthFlow;
import io.tokenrevocation.pool.TokenValidity;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An app client. */
@Entity
@Table(name = "revocation_client")
class ClientEntity {

  private static final String BETWEEN_FLOWS = ",";

  @Id String id;
  String poolId;
  String name;
  @Nullable String sealedSecret;
  String flows;
  boolean tokenRevocation;
  long accessSeconds;
  long idSeconds;
  long refreshSeconds;

  @SuppressWarnings("NullAway.Init") // for Hibernate
  ClientEntity() {}

  ClientEntity(AppClient client) {
    this.id = client.id();
    this.poolId = client.poolId();
    this.name = client.name();
    this.sealedSecret = client.sealedSecret();
    this.flows =
        client.flows().stream().map(Enum::name).sorted().collect(Collectors.joining(BETWEEN_FLOWS));
    this.tokenRevocation = client.tokenRevocation();
    this.accessSeconds = client.validity().access().toSeconds();
    this.idSeconds = client.validity().id().toSeconds();
    this.refreshSeconds = client.validity().refresh().toSeconds();
  }

  AppClient toClient() {
    return new AppClient(
        id,
        poolId,
        name,
        sealedSecret,
        Arrays.stream(flows.split(BETWEEN_FLOWS))
            .filter(flow -> !flow.isEmpty())
            .map(AuthFlow::valueOf)
            .collect(Collectors.toSet()),
        tokenRevocation,
        new TokenValidity(
            Duration.ofSeconds(accessSeconds),
            Duration.ofSeconds(idSeconds),
            Duration.ofSeconds(refreshSeconds)));
  }
}
