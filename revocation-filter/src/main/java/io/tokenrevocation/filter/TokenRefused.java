package io.tokenrevocation.filter;

import io.tokenrevocation.VerifiedToken;
import java.util.Optional;

/**
 * A CDI event: a request was refused although, or because, it brought a token.
 *
 * <p>Fired on the request's thread, before it is answered; anybody can cause it as often as they
 * like. An observer changes nothing about the answer.
 *
 * @param status the HTTP status of the answer: 400, 401, 403 or 503
 * @param answer the header that tells the client why, such as {@code WWW-Authenticate}'s; nothing
 *     of the token is in it
 * @param token the token if it is valid in itself, revoked for instance; empty if nothing it says
 *     can be believed
 */
public record TokenRefused(int status, String answer, Optional<VerifiedToken> token) {}
