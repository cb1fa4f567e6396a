package vn.motcua.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import vn.motcua.bench.Wire.Answers;

class WireTest {

    private static Answers answers(String text) {
        return new Answers(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void readsOneAnswerAfterAnotherWithALengthOrInChunks() throws IOException {
        Answers answers = answers("HTTP/1.1 201 Created\r\nContent-Length: 4\r\nETag: \"1\"\r\n\r\nbody"
                + "HTTP/1.1 200 \r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\na\r\n0123456789\r\n0\r\n\r\n"
                + "HTTP/1.1 503 Service Unavailable\r\ncontent-length: 0\r\n\r\n");
        assertThat(answers.nextWithBody()).isEqualTo("201 body");
        assertThat(answers.nextWithBody()).isEqualTo("200 abc0123456789");
        assertThat(answers.next()).isEqualTo(503);
    }

    @Test
    void anAnswerThatIsCutIsNoAnswer() {
        assertThatThrownBy(() -> answers("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf")
                        .next())
                .isInstanceOf(EOFException.class);
    }
}
