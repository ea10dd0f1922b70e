package io.ackfin.core.random;

/**
 * The name of a stream or of a purpose, with the 64-bit code that stands for it in a draw. Made
 * once and kept in a constant. Immutable; any thread.
 *
 * @param name what people call it
 * @param code what the draw is keyed by
 */
public record RandomKey(String name, long code) {
  // FNV-1a, 64 bits: offset basis and prime as published by Fowler, Noll and Vo.
  private static final long OFFSET_BASIS = 0xCBF29CE484222325L;
  private static final long PRIME = 0x100000001B3L;

  /**
   * The key of a name: FNV-1a over its UTF-16 units, lower byte first.
   *
   * @throws IllegalArgumentException if the name is empty
   */
  public static RandomKey named(String name) {
    if (name.isEmpty()) {
      throw new IllegalArgumentException("name: \"\" (expected: at least one character)");
    }
    return new RandomKey(name, hash(name));
  }

  /** The code that {@link #named} gives to {@code text}, for keys that are not worth an object. */
  public static long hash(String text) {
    long code = OFFSET_BASIS;
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      code = (code ^ (unit & 0xFF)) * PRIME;
      code = (code ^ (unit >>> Byte.SIZE)) * PRIME;
    }
    return code;
  }
}
