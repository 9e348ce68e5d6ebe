package io.tokenrevocation.rest.sigv4;

import io.tokenrevocation.rest.sigv4.Addresses.Address;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A call as a client sends it: signed, then spoilt in one thing by a test. */
record TestCall(
    String method, String path, String query, Map<String, List<String>> headers, String body) {

  static final String KEY_ID = "AKIATEST";
  static final String SECRET = "test+secret+access+key";
  static final Instant NOW = Instant.parse("2026-11-22T01:05:00Z");

  private static final String HOST = "localhost:8080";

  TestCall {
    headers = Map.copyOf(headers);
  }

  /** Not signed yet. */
  static TestCall unsigned() {
    return new TestCall("POST", "/cognito-idp", "", Map.of(), "{\"Username\":\"alice\"}")
        .with("host", HOST)
        .with("content-type", "application/x-amz-json-1.1")
        .with("x-amz-date", "20261122T010500Z")
        .with("x-amz-target", "AWSCognitoIdentityProviderService.AdminUserGlobalSignOut");
  }

  static TestCall signed() {
    return unsigned().sign();
  }

  TestCall with(String header, String... values) {
    var changed = new HashMap<>(headers);
    changed.put(header, List.of(values));
    return new TestCall(method, path, query, changed, body);
  }

  TestCall without(String header) {
    var changed = new HashMap<>(headers);
    changed.remove(header);
    return new TestCall(method, path, query, changed, body);
  }

  TestCall withMethod(String other) {
    return new TestCall(other, path, query, headers, body);
  }

  TestCall withPath(String other) {
    return new TestCall(method, other, query, headers, body);
  }

  TestCall withQuery(String other) {
    return new TestCall(method, path, other, headers, body);
  }

  TestCall withBody(String other) {
    return new TestCall(method, path, query, headers, other);
  }

  /** Changes the header that carries the signature. */
  TestCall replace(String part, String other) {
    var authorization = request().header("authorization").get(0);
    if (!authorization.contains(part)) {
      throw new IllegalStateException(part + " is not in " + authorization);
    }
    return with("authorization", authorization.replace(part, other));
  }

  /** Signs everything that is there. */
  TestCall sign() {
    return sign(KEY_ID, SECRET);
  }

  TestCall sign(String keyId, String secret) {
    var time = RequestTime.of(request());
    return sign(
        secret,
        new Scope(keyId, time.date(), "eu-west-1", "cognito-idp", "aws4_request"),
        new Address(HOST, path));
  }

  TestCall signFor(Scope scope) {
    return sign(SECRET, scope, new Address(HOST, path));
  }

  TestCall signAt(String host, String otherPath) {
    var scope = new Scope(KEY_ID, "20261122", "eu-west-1", "cognito-idp", "aws4_request");
    return sign(SECRET, scope, new Address(host, otherPath));
  }

  private TestCall sign(String secret, Scope scope, Address address) {
    var names = new SignedHeaders(headers.keySet().stream().sorted().toList());
    var signer = new Signer(secret, scope, RequestTime.of(request()), names);
    return with(
        "authorization",
        "AWS4-HMAC-SHA256 Credential="
            + scope.keyId()
            + "/"
            + scope.text()
            + ", SignedHeaders="
            + names.text()
            + ", Signature="
            + signer.sign(request(), address));
  }

  /** As the server gets it. */
  RawRequest request() {
    return new RawRequest(method, "", path, query, headers, Sha256.hex(Sha256.utf8(body)));
  }
}
