package io.ackfin.core.text;

/**
 * How far two spellings are apart: single characters inserted, deleted, replaced, or exchanged with
 * their neighbour (optimal string alignment). Stateless; any thread.
 */
public final class EditDistance {
  private EditDistance() {}

  /** The fewest edits that turn one text into the other. */
  public static int between(String from, String to) {
    int[] beforeLast = new int[to.length() + 1];
    int[] last = new int[to.length() + 1];
    int[] current = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      current[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = last[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(replaced, 1 + Math.min(last[j], current[j - 1]));
        if (exchanged(from, i, to, j)) {
          current[j] = Math.min(current[j], beforeLast[j - 2] + 1);
        }
      }
      int[] reused = beforeLast;
      beforeLast = last;
      last = current;
      current = reused;
    }
    return last[to.length()];
  }

  private static boolean exchanged(String from, int i, String to, int j) {
    return i > 1
        && j > 1
        && from.charAt(i - 1) == to.charAt(j - 2)
        && from.charAt(i - 2) == to.charAt(j - 1);
  }
}
