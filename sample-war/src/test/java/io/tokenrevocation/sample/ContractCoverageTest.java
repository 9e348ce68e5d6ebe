package io.tokenrevocation.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The table in docs/contract-coverage.md")
class ContractCoverageTest {

  private static final Path TABLE = Path.of("..", "docs", "contract-coverage.md");
  private static final Path EXPECTED = Path.of("target", "contract-coverage.md");

  private static final String HEAD =
      """
      # Cognito's contract, and what tests it

      What is known of Cognito's behaviour where tokens, revocation, sign-out and app clients are concerned, row by row, and the
      integration tests of `sample-war` that compare ours with it. Made from `contract-rows.txt` and from the tests' own
      `@Contract`; `ContractCoverageTest` compares.
      """;

  private final List<ContractRow> rows = ContractRow.all();
  private final ContractCoverage coverage = ContractCoverage.read();

  @Test
  void saysWhatTheTestsSay() throws IOException {
    var expected = HEAD + coverage.table(rows);
    Files.writeString(EXPECTED, expected);
    assertThat(Files.readString(TABLE))
        .as("copy sample-war/%s to docs/ if it is right", EXPECTED)
        .isEqualTo(expected);
  }

  @Test
  void hasEveryRowThatATestNames() {
    assertThat(rows)
        .extracting(ContractRow::id)
        .doesNotHaveDuplicates()
        .containsAll(coverage.rows());
  }

  @Test
  void saysWhyOfTheRowsThatNoTestCoversAndOfNoOther() {
    assertThat(rows)
        .allSatisfy(
            row ->
                assertThat(coverage.of(row).isEmpty())
                    .as("%s: whether it is covered, and its reason: %s", row.id(), row.uncovered())
                    .isNotEqualTo(row.uncovered().isEmpty()));
  }
}
