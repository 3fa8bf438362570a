/**
 * Holds what every command shares with the shell that starts it, which is exit codes, how much is
 * printed and in which colours, the progress line, the output folder that was named, and the Spark
 * session. The commands import it, and it imports no command.
 */
package io.github.epdi.cli.shell;
