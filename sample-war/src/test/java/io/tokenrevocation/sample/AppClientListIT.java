package io.tokenrevocation.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ListUserPoolClientsResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolClientDescription;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolClientType;

@DisplayName("4.2: ListUserPoolClients, called with the AWS SDK")
class AppClientListIT extends SampleTest {

  private Administrator administrator;
  private List<String> created;

  @BeforeEach
  void createSome() {
    administrator = new Administrator(sample);
    created =
        IntStream.range(0, 5)
            .mapToObj(each -> administrator.create(request -> {}))
            .map(UserPoolClientType::clientId)
            .toList();
  }

  @Test
  @Contract("4.2 list")
  void tellsEveryClientOnce() {
    assertThat(all()).doesNotHaveDuplicates().containsAll(created).contains("sampleweb");
  }

  @Test
  @Contract("4.2 list")
  void tellsIdNameAndPoolOnly() {
    administrator.list(request -> request.maxResults(1));
    assertThat(Tokens.json(administrator.lastBody()).getJsonArray("UserPoolClients"))
        .singleElement()
        .satisfies(
            client ->
                assertThat(client.asJsonObject().keySet())
                    .containsExactly("ClientId", "ClientName", "UserPoolId"));
  }

  @Test
  void skipsNothingWhenClientsOfThePageBeforeAreDeleted() {
    var before = all();
    var page = page(null);
    while (ids(page).stream().noneMatch(created::contains)) {
      page = page(page.nextToken());
    }
    var last = before.indexOf(ids(page).get(2));
    ids(page).stream().filter(created::contains).forEach(administrator::delete);

    var next = page(page.nextToken());
    assertThat(ids(next)).isEqualTo(before.subList(last + 1, last + 1 + ids(next).size()));
  }

  @Test
  void refusesATokenThatItDidNotGive() {
    assertThatExceptionOfType(InvalidParameterException.class)
        .isThrownBy(() -> page("a.b.c.d.e"))
        .satisfies(
            e ->
                assertThat(e.awsErrorDetails().errorMessage())
                    .isEqualTo("Invalid pagination token given."));
  }

  @Test
  @Contract("4.2 list")
  void refusesPagesThatAreTooSmallOrTooLarge() {
    for (var size : new int[] {0, 61}) {
      assertThatExceptionOfType(InvalidParameterException.class)
          .isThrownBy(() -> administrator.list(request -> request.maxResults(size)))
          .withMessageContaining("Value '" + size + "' at 'maxResults'");
    }
  }

  private List<String> all() {
    var page = page(null);
    var ids = new ArrayList<>(ids(page));
    while (page.nextToken() != null) {
      page = page(page.nextToken());
      ids.addAll(ids(page));
    }
    return ids;
  }

  private ListUserPoolClientsResponse page(@Nullable String token) {
    return administrator.list(request -> request.maxResults(3).nextToken(token));
  }

  private static List<String> ids(ListUserPoolClientsResponse page) {
    assertThat(page.userPoolClients()).hasSizeBetween(1, 3);
    return page.userPoolClients().stream().map(UserPoolClientDescription::clientId).toList();
  }
}
