package dev.evalkit.lmarena.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRulesTest {
    private static final URI BOARD = URI.create("https://board.example/x");

    private static AddressRules resolving(String... addresses) {
        return new AddressRules(Set.of(), uri -> false, host -> {
            InetAddress[] all = new InetAddress[addresses.length];
            for (int i = 0; i < all.length; i++) {
                all[i] = InetAddress.getByName(addresses[i]);
            }
            return all;
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "172.15.255.255", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "192.0.1.1"})
    void publicAddressesAreAsked(String address) {
        assertThatCode(() -> resolving(address).check(BOARD)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.9.9.9",
                "0.0.0.0",
                "0.1.2.3",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.0.1",
                "169.254.169.254",
                "100.64.0.1",
                "192.0.0.8",
                "198.18.0.1",
                "203.0.113.7",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12::1",
                "ff02::1",
                "64:ff9b::a00:1",
                "2002:a00:1::",
                "2001:db8::1",
                "::ffff:10.0.0.1"
            })
    void othersAreNotWhateverNameTheyGoBy(String address) throws UnknownHostException {
        assertThatThrownBy(() -> resolving("8.8.8.8", address).check(BOARD))
                .isInstanceOf(FetchException.class)
                .hasMessage(
                        "https://board.example/x: board.example stands for "
                                + InetAddress.getByName(address).getHostAddress()
                                + ", which is not a public address; where this server is yours, allow it with -Devalkit.allowedHosts=board.example");
    }

    @Test
    void anAllowedHostIsAskedWhateverItStandsForAndWithoutTls() {
        AddressRules rules = new AddressRules(
                Set.of("board.example", "other.example:8080"), uri -> false, host -> new InetAddress[0]);
        rules.check(URI.create("http://board.example:99/x"));
        rules.check(URI.create("http://other.example:8080/x"));
        assertThatThrownBy(() -> rules.check(URI.create("http://other.example/x")))
                .hasMessage(
                        "http://other.example/x: only https addresses are asked; where this server is yours, allow it with -Devalkit.allowedHosts=other.example");
    }

    @Test
    void aHostThatDoesNotExistIsNamed() {
        AddressRules rules = new AddressRules(Set.of(), uri -> false, host -> {
            throw new UnknownHostException(host);
        });
        assertThatThrownBy(() -> rules.check(BOARD))
                .hasMessage(
                        "https://board.example/x: there is no host board.example; check the address and the network")
                .extracting(error -> ((FetchException) error).kind())
                .isEqualTo(FetchException.Kind.CONNECTION);
    }

    @Test
    void aProxyResolvesNamesButNotAddresses() {
        AddressRules rules = new AddressRules(Set.of(), uri -> true, InetAddress::getAllByName);
        rules.check(URI.create("https://known-to-the-proxy-only.example/x"));
        assertThatThrownBy(() -> rules.check(URI.create("https://127.0.0.1/x")))
                .hasMessageContaining("127.0.0.1 stands for 127.0.0.1, which is not a public address");
    }

    @Test
    void fromHttpsNothingLeadsToHttp() {
        Redirects redirects = new Redirects(5);
        assertThatThrownBy(() -> redirects.next(BOARD, "http://board.example/y"))
                .isInstanceOf(FetchException.class)
                .hasMessage(
                        "https://board.example/x: the server points from https to \"http://board.example/y\", which is not followed");
        assertThat(redirects.next(BOARD, "/y?z=1")).isEqualTo(URI.create("https://board.example/y?z=1"));
    }
}
