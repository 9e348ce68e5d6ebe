package io.tokenrevocation.feed;

/** What came back over HTTP. */
final class HttpAnswer {

  private final int status;
  private final String signature;
  private final byte[] body;

  /**
   * Makes one.
   *
   * @param signature the header, empty if there is none
   * @param body as it was before it was compressed
   */
  HttpAnswer(int status, String signature, byte[] body) {
    this.status = status;
    this.signature = signature;
    this.body = body;
  }

  int status() {
    return status;
  }

  String signature() {
    return signature;
  }

  byte[] body() {
    return body;
  }
}
