/**
 * Grids made by formula, not by a calculation: inputs for scale tests and for pretraining. Every
 * file says in its first line that it is synthetic.
 *
 * <p>Charges in elementary charges, lengths in Angstrom, potentials in eV with the electron's sign.
 * Imports grid and structure; may be imported by cli.
 */
package io.github.epdi.synthetic;
