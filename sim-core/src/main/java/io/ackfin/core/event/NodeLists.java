package io.ackfin.core.event;

import java.util.Arrays;

/**
 * Doubly linked circular lists over numbered nodes. A list is a node too: its head, which is linked
 * to itself when the list is empty. A node is in at most one list.
 *
 * <pre>
 *   links[2 x node]      the next node, or the head after the last
 *   links[2 x node + 1]  the previous node, or the head before the first
 * </pre>
 *
 * <p>Numbers in one array instead of references, because storing a reference costs the garbage
 * collector's barrier, and because both links of a node then lie in one cache line. No operation
 * has a branch that depends on whether a list is empty.
 */
final class NodeLists {
  private static final int INITIAL_NODES = 1 << 12;

  private int[] links = new int[2 * INITIAL_NODES];
  private int nodes;

  /** Creates a node that is in no list, or, which is the same, an empty list. */
  int create() {
    if (2 * nodes == links.length) {
      links = Arrays.copyOf(links, 2 * links.length);
    }
    clear(nodes);
    return nodes++;
  }

  /** What follows a node or a head; the head itself after the last node. */
  int after(int node) {
    return links[2 * node];
  }

  /** Puts a node behind the last one of a list. */
  void append(int list, int node) {
    int[] l = links;
    int last = l[2 * list + 1];
    l[2 * last] = node;
    l[2 * node + 1] = last;
    l[2 * node] = list;
    l[2 * list + 1] = node;
  }

  /** Takes a node out of its list; returns the list if nothing is left in it, otherwise -1. */
  int remove(int node) {
    int[] l = links;
    int next = l[2 * node];
    int previous = l[2 * node + 1];
    l[2 * previous] = next;
    l[2 * next + 1] = previous;
    // Both neighbours are one node only if that is the head of a list that held nothing else.
    return next == previous ? next : -1;
  }

  /** Empties a list without touching its nodes, which the caller moves elsewhere. */
  void clear(int list) {
    links[2 * list] = list;
    links[2 * list + 1] = list;
  }
}
