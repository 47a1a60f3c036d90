package dev.evalkit.lmarena.http;

import java.net.InetAddress;

/** Which addresses are reachable from everywhere: the global unicast ones by IANA's registries of special-purpose addresses (RFC 6890). */
final class PublicAddress {
    private static final int BYTE = 0xff;

    private PublicAddress() {}

    static boolean test(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        int first = bytes[0] & BYTE;
        int second = bytes[1] & BYTE;
        return bytes.length == 4 ? isPublic4(first, second, bytes[2] & BYTE) : isPublic6(first, second, bytes);
    }

    private static boolean isPublic4(int first, int second, int third) {
        boolean isThisNetwork = first == 0;
        boolean isReserved = first >= 240;
        boolean isSharedByProviders = first == 100 && (second & 0xc0) == 64;
        boolean isForProtocols = first == 192 && second == 0 && (third == 0 || third == 2);
        boolean isForBenchmarks = first == 198 && (second & 0xfe) == 18;
        boolean isForDocumentation =
                (first == 198 && second == 51 && third == 100) || (first == 203 && second == 0 && third == 113);
        return !isThisNetwork
                && !isReserved
                && !isSharedByProviders
                && !isForProtocols
                && !isForBenchmarks
                && !isForDocumentation;
    }

    /** Global unicast is 2000::/3; within it Teredo, 6to4 and documentation lead elsewhere or nowhere. */
    private static boolean isPublic6(int first, int second, byte[] bytes) {
        boolean isGlobal = (first & 0xe0) == 0x20;
        boolean isSixToFour = first == 0x20 && second == 0x02;
        boolean isForProtocols = first == 0x20 && second == 0x01 && (bytes[2] & 0xfe) == 0;
        boolean isForDocumentation =
                first == 0x20 && second == 0x01 && (bytes[2] & BYTE) == 0x0d && (bytes[3] & BYTE) == 0xb8;
        return isGlobal && !isSixToFour && !isForProtocols && !isForDocumentation;
    }
}
