package io.tokenrevocation.feed;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** Collects a body that may have so many bytes and no more; of an error, none. */
final class LimitedBody implements BodySubscriber<byte[]> {

  private static final int OK = 200;

  private final BodySubscriber<byte[]> body = BodySubscribers.ofByteArray();
  private final boolean isWanted;
  private long left;

  LimitedBody(int status, int most) {
    this.isWanted = status == OK;
    this.left = most;
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return body.getBody();
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    body.onSubscribe(subscription);
    if (!isWanted) {
      subscription.cancel();
      body.onComplete();
    }
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    left -= buffers.stream().mapToLong(ByteBuffer::remaining).sum();
    if (left < 0) {
      body.onError(new IOException("more bytes than are accepted"));
    } else if (isWanted) {
      body.onNext(buffers);
    }
  }

  @Override
  public void onError(Throwable failure) {
    body.onError(failure);
  }

  @Override
  public void onComplete() {
    body.onComplete();
  }
}
