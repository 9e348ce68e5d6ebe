package io.tokenrevocation.pool;

/** Who brings the schema of the authority's database up to date. */
public enum SchemaRule {
  /** The authority, when it starts. */
  MIGRATE,
  /** An administrator; the authority waits for it. */
  CHECK;

  static SchemaRule parse(String text) {
    return switch (text) {
      case "migrate" -> MIGRATE;
      case "check" -> CHECK;
      default -> throw new IllegalArgumentException();
    };
  }
}
