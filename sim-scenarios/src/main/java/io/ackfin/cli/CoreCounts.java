package io.ackfin.cli;

import io.ackfin.protocol.ResourceShape;
import io.ackfin.verify.BoundedSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many cores of each kind.
 *
 * @param aic cube cores
 * @param aiv vector cores
 */
record CoreCounts(int aic, int aiv) {
  private static final Pattern ITEM = Pattern.compile("([^=]*)=(\\d)");
  private static final List<String> KINDS = List.of("aic", "aiv");

  /** Reads {@code aic=1,aiv=2}; a kind that is not named has no cores. */
  static CoreCounts read(OptionReader reader, String option, String text) {
    List<String> kinds = new ArrayList<>();
    int[] counts = new int[KINDS.size()];
    for (String item : text.split(",", -1)) {
      Matcher matcher = ITEM.matcher(item);
      if (!matcher.matches()) {
        reader.refuse(option, item, "aic=N,aiv=N, 1 to " + BoundedSystem.MOST_CORES + " in all");
        continue;
      }
      kinds.add(matcher.group(1));
      if (KINDS.contains(matcher.group(1))) {
        counts[KINDS.indexOf(matcher.group(1))] = Integer.parseInt(matcher.group(2));
      }
    }
    reader.distinct(option, kinds, KINDS, kind -> kind);
    CoreCounts read = new CoreCounts(counts[0], counts[1]);
    int all = read.aic + read.aiv;
    if (reader.isFine(option) && (all < 1 || all > BoundedSystem.MOST_CORES)) {
      reader.refuse(option, text, "1 to " + BoundedSystem.MOST_CORES + " cores in all");
    }
    return read;
  }

  /** Whether some cluster has the cores for a shape; vector cores fill clusters from the first. */
  boolean fit(ResourceShape shape) {
    return shape.cubes() <= aic && shape.vectors() <= aiv;
  }

  @Override
  public String toString() {
    return "aic=" + aic + ",aiv=" + aiv;
  }
}
