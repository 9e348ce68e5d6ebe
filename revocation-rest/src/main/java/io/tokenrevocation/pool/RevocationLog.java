package io.tokenrevocation.pool;

import io.tokenrevocation.feed.RevocationSource;

/** The durable log of revocations, which {@link SessionTransaction#append} writes. */
public interface RevocationLog extends RevocationSource {}
