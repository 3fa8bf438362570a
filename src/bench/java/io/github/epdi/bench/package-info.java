/**
 * Benchmarks: what this program is fast at, measured against its peers in one run on one machine.
 *
 * <p>Built in the Maven profile {@code bench} only, run by {@code jobs/bench.sh}. A {@link
 * io.github.epdi.bench.Part} measures one row or a few of the table; parts that are compared run in
 * turn (A B A B), medians are reported, and a peer that is not installed is named as missing.
 * Nothing else may import this package.
 */
package io.github.epdi.bench;
