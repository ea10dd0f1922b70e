package io.ackfin.crosscheck.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.crosscheck.judge.RegisterHistory.Answer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a register could have given when, store by store. */
@Tag("unit")
class RegisterHistoryTest {
  private static final int EXIT = 0x7FFFFFF0;

  /** Words 1, 2, 3 stored from 100 to 110, 200 to 210, 300 to 310. */
  private static RegisterHistory threeStores(long postedNs) {
    RegisterHistory history = new RegisterHistory(postedNs);
    for (int word = 1; word <= 3; word++) {
      history.stored(word, 100L * word, 100L * word + 10);
    }
    return history;
  }

  @Test
  void aReadThatOverlapsAStoreGivesWhatWasBeforeOrWhatIsStored() {
    assertThat(threeStores(0).read(1, 205, 206)).isEqualTo(Answer.LEGAL);
    assertThat(threeStores(0).read(2, 205, 206)).isEqualTo(Answer.LEGAL);
    assertThat(threeStores(0).read(0, 205, 206)).isEqualTo(Answer.TOO_LATE);
    assertThat(threeStores(0).read(3, 205, 206)).isEqualTo(Answer.TOO_EARLY);
    assertThat(threeStores(0).read(9, 205, 206)).isEqualTo(Answer.NEVER_WRITTEN);
  }

  @Test
  void equalTimesDecideNothing() {
    assertThat(threeStores(0).read(1, 210, 220)).as("as the store ends").isEqualTo(Answer.LEGAL);
    assertThat(threeStores(0).read(2, 150, 200)).as("as it begins").isEqualTo(Answer.LEGAL);
    assertThat(threeStores(0).read(1, 211, 220)).isEqualTo(Answer.TOO_LATE);
    assertThat(threeStores(0).read(2, 150, 199)).isEqualTo(Answer.TOO_EARLY);
  }

  @Test
  void aPostedStoreMayBeSeenALittleLater() {
    assertThat(threeStores(50).read(1, 260, 261)).isEqualTo(Answer.LEGAL);
    assertThat(threeStores(50).read(1, 261, 262)).isEqualTo(Answer.TOO_LATE);
  }

  @Test
  void aReaderNeverGoesBack() {
    RegisterHistory history = threeStores(0);
    assertThat(history.read(2, 205, 206)).isEqualTo(Answer.LEGAL);
    assertThat(history.read(1, 206, 207)).isEqualTo(Answer.TOO_LATE);
    assertThat(history.read(2, 207, 208)).isEqualTo(Answer.LEGAL);
  }

  @Test
  void whereNoTimeCountsWhatIsPublishedDoes() {
    RegisterHistory history = threeStores(Long.MAX_VALUE);
    assertThat(history.read(1, 900, 901)).isEqualTo(Answer.LEGAL);
    history.publishedUpTo(3);
    assertThat(history.read(1, 902, 903)).isEqualTo(Answer.TOO_LATE);
    assertThat(history.read(2, 904, 905)).isEqualTo(Answer.LEGAL);
  }

  @Test
  void anybodysExitWillDoAndReplacesWhatWasStoredForCertainBefore() {
    RegisterHistory history = threeStores(0);
    assertThat(history.readExit(EXIT, 320, 330)).isEqualTo(Answer.NEVER_WRITTEN);
    history.exitStored(400, 410);
    assertThat(history.readExit(EXIT, 320, 330)).isEqualTo(Answer.TOO_EARLY);
    assertThat(history.read(3, 405, 406)).isEqualTo(Answer.LEGAL);
    assertThat(history.read(3, 411, 412)).isEqualTo(Answer.TOO_LATE);
    assertThat(history.readExit(EXIT, 411, 412)).isEqualTo(Answer.LEGAL);
    history.stored(4, 405, 415);
    assertThat(history.read(4, 500, 501)).as("it may have come after").isEqualTo(Answer.LEGAL);
  }
}
