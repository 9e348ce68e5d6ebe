package io.tokenrevocation.mint;

/**
 * Somebody's wish to have the keys of a pool changed, written down with the change itself.
 *
 * @param action the word for it
 * @param removes whether it is about the keys that go, not about those that come
 * @param by who wishes it; may be empty
 * @param reason in their words; may be empty
 */
public record KeyAct(String action, boolean removes, String by, String reason) {}
