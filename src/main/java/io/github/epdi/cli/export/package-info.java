/**
 * The command {@code epdi export}: networks of a bundle for other programs, and the newest results
 * as a package to cite and upload.
 */
package io.github.epdi.cli.export;
