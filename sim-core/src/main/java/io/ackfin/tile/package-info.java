/**
 * Tile programs: what one core does with a network of matrix products.
 *
 * <p><b>The program.</b> A flat list of operations over square tiles of 32-bit floats and a
 * scratchpad arena: LOAD brings a tile of a tensor into the arena, EXEC adds the product of two
 * tiles to an accumulator and clears it first where k is 0, STORE brings an accumulator back, with
 * ReLU where the network has one. A tensor lies in memory row by row, padded with zeros to whole
 * tiles; a LOAD may transpose.
 *
 * <p><b>The compiler</b> is a chain of stages, each a class of its own: {@link
 * io.ackfin.tile.ShapeCheck} (shapes, padding), {@link io.ackfin.tile.Fusion} (product and ReLU),
 * {@link io.ackfin.tile.Lowering} (for m, for n, for k), {@link io.ackfin.tile.Scheduler}
 * (addresses, residency, the order of STOREs). Equal input gives an equal program.
 *
 * <p><b>Rule of residency.</b> A LOAD whose tile is in the arena is left out. An operand is freed
 * after its last use; where room is missing, the operand that was used longest ago goes first,
 * never one that the step at hand reads, and never an accumulator. So a program fits whenever the
 * live tiles of one step fit (of two successive steps, double-buffered).
 *
 * <p><b>Rule of validity.</b> {@link io.ackfin.tile.ProgramCheck} accepts a program if every
 * operand is what its EXEC says it is, no byte of an accumulator is written by anyone else until it
 * is stored, everything lies in the arena and in its tensor, and every accumulator is stored once.
 * Whoever runs a program may rely on that, whatever made the program.
 *
 * <p>Everything is immutable once built and may be read from any thread. Nothing but the language
 * is imported.
 */
package io.ackfin.tile;
