package io.tokenrevocation.rest;

import io.tokenrevocation.feed.Mark;
import io.tokenrevocation.pool.FeedPages;
import io.tokenrevocation.settings.Settings;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Makes the answers of the feed from the log of revocations. Thread-safe. */
@Dependent
class FeedReader {

  private final FeedPages pages;
  private final String incarnation;

  @Inject
  FeedReader(FeedPages pages, Settings settings) {
    this.pages = pages;
    this.incarnation = settings.get(FeedSettings.INCARNATION);
  }

  /**
   * Returns the answer to a mark; to one of another incarnation, or that the store does not know,
   * the beginning of everything.
   *
   * @param after empty for none
   * @throws Problem if it is no mark
   * @throws io.tokenrevocation.StoreUnavailableException if the revocations are not known
   */
  FeedAnswer read(String after) {
    var mark = mark(after);
    var page = page(mark);
    var next = new FeedMark(incarnation, page.next());
    var json = FeedDocument.of(pages.issuer(), after, page, next);
    var isNews = page.more() || !page.revocations().isEmpty() || mark.equals(Mark.START);
    return new FeedAnswer(json, pages.sign(json, page.readAt()), isNews, page.lasting());
  }

  private Mark mark(String after) {
    if (after.isEmpty()) {
      return Mark.START;
    }
    var mark = FeedMark.parse(after);
    return mark.incarnation().equals(incarnation) ? mark.mark() : Mark.START;
  }

  private FeedPages.Page page(Mark mark) {
    try {
      return pages.read(mark);
    } catch (IllegalArgumentException notOfThisStore) {
      return pages.read(Mark.START);
    }
  }
}
