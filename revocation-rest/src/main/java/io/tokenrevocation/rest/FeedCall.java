package io.tokenrevocation.rest;

import jakarta.ws.rs.container.AsyncResponse;

/**
 * A follower's question.
 *
 * @param after its mark, empty for none
 * @param gzip whether it can read what is compressed
 * @param response to be resumed once
 */
record FeedCall(String after, boolean gzip, AsyncResponse response) {}
