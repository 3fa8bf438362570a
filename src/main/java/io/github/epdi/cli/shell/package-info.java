/**
 * What every command shares with the shell that starts it: exit codes, how much is said and in
 * which colours, the progress line, the output folder that was named, and the Spark session. The
 * commands import it; it imports no command.
 */
package io.github.epdi.cli.shell;
