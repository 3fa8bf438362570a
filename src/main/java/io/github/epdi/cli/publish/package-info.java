/**
 * The command that registers visible runs in a catalog of other programs. The command that screens
 * calls it after a commit.
 */
package io.github.epdi.cli.publish;
