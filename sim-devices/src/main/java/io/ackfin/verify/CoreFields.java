package io.ackfin.verify;

/**
 * Where one core's part of a situation lies: its program, its registers and words, the book that
 * its scheduler keeps of it, and what the invariants ask about its dispatches. Cores have the same
 * picture, each in words of its own, so that two of them change places by moving words.
 */
final class CoreFields {
  static final int ORDINAL = 4;

  /** The program's place and pointer: the upper half of its state. */
  final Field place;

  /** What the program's id is: {@link Codes} says how. */
  final Field idKind;

  /** The ordinal that the core took up last. */
  final Field handling;

  final Field dmb;
  final Field cond;
  final Field hank;
  final Field[] payload;
  final Field ready;
  final Field reported;
  final Field window;
  final Field said;
  final Field done;
  final Field bell;
  final Field hankCopy;
  final Field[] payloadCopy;

  /** How many dispatches the core was given; their ids follow from it. */
  final Field dispatched;

  /** The flags of the book. */
  final Field book;

  final Field[] record;
  final Field started;
  final Field closed;

  /** The ordinal whose payload the running kernel read at its start. */
  final Field kernel;

  /** Whether that kernel has come to the point where it waits. */
  final Field arrived;

  /** Sets of ordinals: built in slot 1; visible in DMB; the kernel started, ended; and so on. */
  final Field inSlotOne;

  final Field published;
  final Field kernelStarted;
  final Field kernelEnded;
  final Field output;
  final Field completed;
  final Field outputOnWay;
  final Field gated;
  final Field rung;

  /**
   * Task and subslot of each ordinal: task * 4 + subslot. Kept for good, since a core may come to
   * run an old payload once more.
   */
  final Field[] task;

  CoreFields(FieldAllocator bits, Features features) {
    int ordinals = features.ordinals() + 1;
    place = bits.take(7);
    idKind = bits.take(2);
    handling = bits.take(ORDINAL);
    dmb = bits.take(5);
    cond = bits.take(6);
    hank = bits.take(1);
    payload = bits.takeEach(2, ORDINAL);
    dispatched = bits.take(ORDINAL);
    book = bits.take(6);
    record = bits.takeEach(2, ORDINAL);
    started = bits.takeIf(features.startup(), 1);
    closed = bits.take(1);
    ready = bits.takeIf(features.startup(), 1);
    reported = bits.takeIf(features.startup(), 1);
    window = bits.take(1);
    said = bits.takeIf(features.startup(), 1);
    done = bits.takeIf(features.startup(), 1);
    inSlotOne = bits.take(ordinals);
    published = bits.take(ordinals);
    kernelStarted = bits.take(ordinals);
    kernelEnded = bits.take(ordinals);
    output = bits.take(ordinals);
    completed = bits.take(ordinals);
    hankCopy = bits.takeIf(features.caches(), 2);
    payloadCopy = bits.takeEach(2, features.caches() ? 5 : 0);
    kernel = bits.takeIf(features.siblings(), ORDINAL);
    arrived = bits.takeIf(features.barrier(), 1);
    outputOnWay = bits.takeIf(features.outputs(), ordinals);
    bell = bits.takeIf(features.gated(), ORDINAL);
    gated = bits.takeIf(features.gated(), ordinals);
    rung = bits.takeIf(features.gated(), ordinals);
    task = bits.takeEach(features.tasks() ? ordinals : 0, ORDINAL + 2);
  }
}
