package vn.motcua.dev;

import java.nio.file.Path;
import vn.motcua.TestDatabase;

/** Starts a server, commits a row, says so with a plus sign, and waits to be killed. */
final class ServerInAnotherProcess {

    private ServerInAnotherProcess() {}

    public static void main(String[] args) throws Exception {
        var said = System.out;
        System.setOut(System.err);
        var server = EmbeddedServer.start(Path.of(args[0]), TestDatabase.binaries());
        try (var owner = server.prepare("motcua").owner()) {
            owner.createStatement().execute("CREATE TABLE acknowledged AS SELECT 42 AS answer");
        }
        said.print('+');
        said.flush();
        System.in.read();
    }
}
