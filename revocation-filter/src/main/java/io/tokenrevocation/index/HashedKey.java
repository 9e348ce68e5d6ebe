package io.tokenrevocation.index;

/** The first 128 bits of a keyed hash. */
record HashedKey(long high, long low) {}
