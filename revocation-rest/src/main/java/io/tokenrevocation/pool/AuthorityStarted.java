package io.tokenrevocation.pool;

/**
 * The CDI event that tells an application that the authority's database and keys are in place,
 * before any request is answered.
 *
 * <p>If an observer fails, the start is tried again later, and the event is sent again.
 *
 * @param clients for an application that wants to have clients registered from the start
 */
public record AuthorityStarted(AppClients clients) {}
