package io.tokenrevocation.jpa;

import io.tokenrevocation.pool.AppClient;
import io.tokenrevocation.pool.AuthFlow;
import io.tokenrevocation.pool.ClientSettings;
import io.tokenrevocation.pool.TokenValidity;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
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
  @Nullable Long rotationGraceSeconds;
  boolean tellsUnknownUsers;
  @Nullable String settings;
  Instant createdAt;
  Instant modifiedAt;

  @SuppressWarnings("NullAway.Init") // for Hibernate
  ClientEntity() {}

  @SuppressWarnings("NullAway.Init") // update sets the rest
  ClientEntity(AppClient client) {
    this.id = client.id();
    this.poolId = client.poolId();
    this.sealedSecret = client.sealedSecret();
    this.createdAt = client.createdAt();
    update(client);
  }

  /** Takes over what changes in the life of a client. */
  final void update(AppClient client) {
    var given = client.settings();
    this.name = client.name();
    this.flows =
        given.flows().stream().map(Enum::name).sorted().collect(Collectors.joining(BETWEEN_FLOWS));
    this.tokenRevocation = given.tokenRevocation();
    this.accessSeconds = given.validity().access().toSeconds();
    this.idSeconds = given.validity().id().toSeconds();
    this.refreshSeconds = given.validity().refresh().toSeconds();
    var grace = given.rotationGrace();
    this.rotationGraceSeconds = grace == null ? null : grace.toSeconds();
    this.tellsUnknownUsers = given.tellsUnknownUsers();
    this.settings = given.asGiven();
    this.modifiedAt = client.modifiedAt();
  }

  AppClient toClient() {
    return new AppClient(id, poolId, name, sealedSecret, toSettings(), createdAt, modifiedAt);
  }

  private ClientSettings toSettings() {
    return new ClientSettings(
        Arrays.stream(flows.split(BETWEEN_FLOWS, -1))
            .filter(flow -> !flow.isEmpty())
            .map(AuthFlow::valueOf)
            .collect(Collectors.toSet()),
        tokenRevocation,
        new TokenValidity(
            Duration.ofSeconds(accessSeconds),
            Duration.ofSeconds(idSeconds),
            Duration.ofSeconds(refreshSeconds)),
        rotationGraceSeconds == null ? null : Duration.ofSeconds(rotationGraceSeconds),
        tellsUnknownUsers,
        settings);
  }
}
