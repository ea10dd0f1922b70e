package io.ackfin.cli;

import io.ackfin.handshake.Addition;
import io.ackfin.handshake.Fault;
import io.ackfin.handshake.Protection;
import io.ackfin.handshake.Protocol;
import io.ackfin.handshake.Startup;
import io.ackfin.handshake.Variant;
import io.ackfin.protocol.DispatchId;
import io.ackfin.scenario.VariantRules;
import io.ackfin.scenario.text.Problem;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import picocli.CommandLine.Option;

/** Which handshake is explored. */
final class ProtocolOptions {
  private static final String VARIANT = "--variant";
  private static final String FAULT = "--fault";

  /** So few ids are left before the reserved block that a fault in its skipping shows. */
  private static final int BEFORE_THE_WRAP = 2;

  private static final int NARROW_START = DispatchId.RESERVED - BEFORE_THE_WRAP;

  @Option(
      names = VARIANT,
      paramLabel = "V",
      defaultValue = "dual-slot",
      description = "single-slot, dual-slot or dual-slot-parity (default: ${DEFAULT-VALUE})")
  private String variant;

  @Option(
      names = "--without",
      split = ",",
      paramLabel = "P",
      description =
          "protections that are off; 'ackfin describe protection' lists them; without"
              + " store-order memory is relaxed, unless --memory says otherwise")
  private List<String> without = new ArrayList<>();

  @Option(
      names = "--with",
      split = ",",
      paramLabel = "P",
      description = "additions that are on: guard-abort")
  private List<String> with = new ArrayList<>();

  @Option(
      names = FAULT,
      split = ",",
      paramLabel = "F",
      description = "mistakes that are built in; 'ackfin describe fault' lists them")
  private List<String> faults = new ArrayList<>();

  @Option(
      names = "--no-barrier",
      description =
          "leaves out the barrier before the store that publishes a dispatch, in the"
              + " memory that --memory says")
  private boolean noBarrier;

  @Option(
      names = "--id-modulus",
      paramLabel = "M",
      description = "dispatch ids are 0 to M - 1 (default: the full counter)")
  private String idModulus;

  @Option(
      names = "--first-id",
      paramLabel = "N",
      description =
          "where each core's counter begins, to look at its wrap-around (default: 1;"
              + " 0x7FFFFFEE with the fault narrow-reserved-ids, which shows nowhere else)")
  private String firstId;

  @Option(
      names = "--startup",
      paramLabel = "WAY",
      defaultValue = "handshake",
      description = "how cores are found: handshake, report-first or none (default: handshake)")
  private String startup;

  /**
   * The handshake that the options describe.
   *
   * @param gated whether tasks may be dispatched before their producers are complete
   */
  Protocol read(OptionReader reader, boolean gated) {
    Variant chosen = reader.named(VARIANT, variant, Variant.values());
    Set<Protection> off =
        read(
            reader,
            "--without",
            without,
            EnumSet.allOf(Protection.class),
            protection -> VariantRules.has(chosen, gated, protection));
    if (noBarrier) {
      off.add(Protection.STORE_ORDER);
    }
    Set<Addition> on =
        read(
            reader,
            "--with",
            with,
            EnumSet.allOf(Addition.class),
            addition -> VariantRules.has(chosen, addition));
    Set<Fault> builtIn =
        read(
            reader,
            FAULT,
            faults,
            EnumSet.allOf(Fault.class),
            fault -> VariantRules.has(chosen, fault));
    DispatchId ids = ids(reader, builtIn);
    Startup found = reader.named("--startup", startup, Startup.values());
    return new Protocol(chosen, found, off, on, ids, builtIn, gated);
  }

  /** Whether the barrier is left out by the protection's name, which speaks of memory as well. */
  boolean isStoreOrderOff() {
    return without.contains(Protection.STORE_ORDER.toString());
  }

  /** The constants that were named; a problem for each that changes nothing in the variant. */
  private <E extends Enum<E>> Set<E> read(
      OptionReader reader, String option, List<String> texts, Set<E> all, Predicate<E> has) {
    Set<E> given = EnumSet.copyOf(all);
    given.retainAll(reader.distinct(option, texts, List.copyOf(all), E::toString));
    Set<E> possible = EnumSet.copyOf(all);
    possible.removeIf(has.negate());
    if (reader.isFine(VARIANT)) {
      String expected =
          possible.isEmpty()
              ? "nothing, as " + variant + " has no such rule"
              : Problem.oneOf(possible) + ", as " + variant + " has no other rules";
      given.stream()
          .filter(has.negate())
          .forEach(rule -> reader.refuse(option, rule.toString(), expected));
    }
    return given;
  }

  private DispatchId ids(OptionReader reader, Set<Fault> builtIn) {
    boolean narrow = builtIn.contains(Fault.NARROW_RESERVED_IDS);
    DispatchId ids = narrow ? DispatchId.FULL.startingAt(NARROW_START) : DispatchId.FULL;
    if (idModulus != null) {
      ids = ids.modulo(reader.count("--id-modulus", idModulus, 1, DispatchId.RESERVED));
      if (narrow) {
        reader.refuse(
            FAULT,
            Fault.NARROW_RESERVED_IDS + " with --id-modulus",
            "no --id-modulus, as only the full counter skips ids");
      }
    }
    return firstId == null
        ? ids
        : ids.startingAt(reader.word("--first-id", firstId, 0, DispatchId.RESERVED - 1));
  }
}
