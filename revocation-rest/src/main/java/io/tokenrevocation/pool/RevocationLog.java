package io.tokenrevocation.pool;

import io.tokenrevocation.feed.PushingSource;

/** The durable log of revocations, which {@link SessionTransaction#append} writes. */
public interface RevocationLog extends PushingSource {}
