package io.tokenrevocation.rest.sigv4;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenrevocation.rest.sigv4.Addresses.Address;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What AWS has published")
class SignerTest {

  private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
  private static final String DATE = "20150830T123600Z";

  private static Signer signer(String service, RawRequest request) {
    var names = new SignedHeaders(request.headers().keySet().stream().sorted().toList());
    return new Signer(SECRET, scope(service), RequestTime.of(request), names);
  }

  private static Scope scope(String service) {
    return new Scope("AKIDEXAMPLE", "20150830", "us-east-1", service, "aws4_request");
  }

  private static RawRequest request(
      String method, String path, String query, Map<String, String> headers, String body) {
    var all = new HashMap<String, List<String>>();
    all.put("x-amz-date", List.of(DATE));
    headers.forEach((name, value) -> all.put(name, List.of(value)));
    return new RawRequest(method, "", path, query, all, Sha256.hex(Sha256.utf8(body)));
  }

  @Nested
  @DisplayName("the worked example of the user guide")
  class WorkedExample {

    private final RawRequest listUsers =
        request(
            "GET",
            "/",
            "Action=ListUsers&Version=2010-05-08",
            Map.of(
                "host",
                "iam.amazonaws.com",
                "content-type",
                "application/x-www-form-urlencoded; charset=utf-8"),
            "");

    private final Address address = new Address("iam.amazonaws.com", "/");

    @Test
    void hasThisCanonicalRequest() {
      var canonical = signer("iam", listUsers).canonical(listUsers, address);
      assertThat(Sha256.hex(Sha256.utf8(canonical)))
          .isEqualTo("f536975d06c0309214f805bb90ccff089219ecd68b2577efef23edd43b7e1a59");
    }

    @Test
    void hasThisSigningKey() {
      assertThat(HexFormat.of().formatHex(Signer.key(SECRET, scope("iam"))))
          .isEqualTo("c4afb1cc5771d871763a393e44b703571b55cc28424d1a5e86da6ed3c154a4b9");
    }

    @Test
    void hasThisSignature() {
      assertThat(signer("iam", listUsers).sign(listUsers, address))
          .isEqualTo("5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7");
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "get-vanilla, GET, /, '', 5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31",
    "post-vanilla, POST, /, '', 5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b",
    "get-vanilla-query-order-key-case, GET, /, Param2=value2&Param1=value1,"
        + " b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500",
    "get-vanilla-utf8-query, GET, /, ሴ=bar,"
        + " 2cdec8eed098649ff3a119c94853b13c643bcf08f8b0a1d91e12c9027818dd04",
    "get-utf8, GET, /ሴ, '', 8318018e0b0f223aa2bbf98705b62bb787dc9c0e678f255a891fd03141be5d85",
    "get-space, GET, /example space/, '',"
        + " 652487583200325589f1fba4c7e578f72c47cb61beeca81406b39ddec1366741",
    "get-slash, GET, //, '', 5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31",
    "get-relative-relative, GET, /example1/example2/../.., '',"
        + " 5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31",
  })
  @DisplayName("the test suite")
  void hasThisSignature(String name, String method, String path, String query, String signature) {
    var request = request(method, path, query, Map.of("host", "example.amazonaws.com"), "");
    var address = new Address("example.amazonaws.com", path);
    assertThat(signer("service", request).sign(request, address)).isEqualTo(signature);
  }

  @Test
  @DisplayName("the test suite: get-header-value-trim")
  void hasThisSignatureWhateverTheSpacesInHeaders() {
    var headers =
        Map.of(
            "host", "example.amazonaws.com",
            "my-header1", " value1",
            "my-header2", " \"a   b   c\"");
    var request = request("GET", "/", "", headers, "");
    assertThat(signer("service", request).sign(request, new Address("example.amazonaws.com", "/")))
        .isEqualTo("acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736");
  }

  @Test
  @DisplayName("the test suite: post-x-www-form-urlencoded")
  void hasThisSignatureOfABody() {
    var headers =
        Map.of(
            "host", "example.amazonaws.com", "content-type", "application/x-www-form-urlencoded");
    var request = request("POST", "/", "", headers, "Param1=value1");
    assertThat(signer("service", request).sign(request, new Address("example.amazonaws.com", "/")))
        .isEqualTo("ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a");
  }
}
