package io.ackfin.crosscheck.inclusion;

/** Why an entry cannot be the next one of its side. */
public enum Obstacle {
  /** Nothing is left of this side, and nothing is missing. */
  NONE("all of it is placed"),
  /** The sequence is at its end and the program is not. */
  ENDS_EARLY("the sequence ends where its program does not"),
  /** The program wants another access. */
  OTHER_ACCESS("the program wants another access"),
  /** The program wants the same access with another word or slot. */
  OTHER_WORD("the program wants another word or slot"),
  /** What the load saw moves neither program nor book, so that it would not have been recorded. */
  CHANGES_NOTHING("what was seen changes nothing"),
  /** What the load saw is not there at this point. */
  NOT_SHOWN("what was seen is not there"),
  /** The tables take what a poll saw for another case. */
  OTHER_CASE("the tables take the word for another case"),
  /** The core has left its loop, or its owner has closed it. */
  AFTER_THE_END("the core has left or is closed"),
  /** No program begins like this. */
  BEGINS_NOTHING("no program begins with it"),
  /** A dispatch, or a look, and the core can be given nothing. */
  NO_ROOM("the core has no room for a dispatch"),
  /** A poll of a core that nothing was given to. */
  NOT_BUSY("the core runs nothing that a poll could complete"),
  /** A dispatch behind a running task, and the policy asks for a look before it. */
  WITHOUT_LOOK("a dispatch behind a running task needs a look directly before it"),
  /** A look, and the policy has none. */
  NEVER_LOOKS("dispatches of this policy never look"),
  /** Something else than a dispatch after a look. */
  LOOK_WITHOUT_DISPATCH("a look is recorded only with the dispatch that follows it"),
  /** Something that only a run that is stopped does. */
  NOT_STOPPED("only a run that is stopped does that"),
  /** A gated dispatch, or a ring, and the tables have no doorbell. */
  NO_BELL("the tables have no doorbell"),
  /** A ring for an id that no gated dispatch has which was not rung yet. */
  RINGS_FOR_NOTHING("no gated dispatch with this id waits for its bell"),
  /** Said to have ended without an answer, and waits for none. */
  NO_WAIT("only a wait ends without an answer"),
  /** The core has another owner from here on, and the last one was not done with it. */
  HANDED_OVER_MIDWAY("the core changed hands in the middle of a program");

  private final String sentence;

  Obstacle(String sentence) {
    this.sentence = sentence;
  }

  /** What is wrong, as part of a sentence. */
  @Override
  public String toString() {
    return sentence;
  }
}
