/**
 * The rules of the house, held over the classes of all three modules: which package may know which,
 * what would make a run irreproducible, how big and how deep things may be. A rule says why it is
 * there; an exception stands in a map with its reason.
 */
package io.ackfin.architecture;
