package io.ackfin.verify;

/** Deals out the bits of a packed situation; no field lies across two words. */
final class FieldAllocator {
  private int word;
  private int used;

  /** Begins in the given word. */
  FieldAllocator(int firstWord) {
    word = firstWord;
  }

  Field take(int bits) {
    if (used + bits > Long.SIZE) {
      word++;
      used = 0;
    }
    Field field = new Field(word, used, bits);
    used += bits;
    return field;
  }

  /** A field of so many bits if a condition holds, else one of none. */
  Field takeIf(boolean wanted, int bits) {
    return take(wanted ? bits : 0);
  }

  Field[] takeEach(int fields, int bits) {
    Field[] taken = new Field[fields];
    for (int i = 0; i < fields; i++) {
      taken[i] = take(bits);
    }
    return taken;
  }

  /** The first word that nothing was taken of. */
  int nextWord() {
    return used == 0 ? word : word + 1;
  }
}
