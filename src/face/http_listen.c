// SPDX-License-Identifier: Apache-2.0
#include "face/http_listen.h"

#include "base/text.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum { BACKLOG = 511, PORT_MAX = 65535 };

union end {
    struct sockaddr     any;
    struct sockaddr_in  v4;
    struct sockaddr_in6 v6;
};

static enum status refuse(const char *text, const char *what, struct fault *fault) {
    return fault_at(fault, ST_CONTENT,
                    "command line: --listen: %s: %s; allowed: 127.0.0.1:8080, [::1]:8080, and the "
                    "like; port 0 is any free one",
                    *text ? text : "nothing", what);
}

// NULL if the text is a port; else what is wrong with it.
static const char *port_of(const char *text, int *port) {
    size_t n = strspn(text, "0123456789");
    *port    = 0;
    if (n == 0 || text[n]) return "its port is no number";
    for (size_t i = 0; i < n && *port <= PORT_MAX; i++) *port = *port * 10 + (text[i] - '0');
    return *port <= PORT_MAX ? NULL : "its port is beyond 65535";
}

enum status http_listen_read(struct http_listen *listen, const char *text, struct arena *arena,
                             struct fault *fault) {
    struct in_addr  v4;
    struct in6_addr v6;
    bool            is_v6 = *text == '[';
    const char     *name  = text + is_v6;
    const char     *end   = strstr(name, is_v6 ? "]:" : ":");
    if (!end) return refuse(text, "is no address with a port", fault);
    *listen = (struct http_listen){.address = arena_text(arena, name, end - name), .is_v6 = is_v6};
    // More than one colon is IPv6 without its brackets.
    const char *wrong = !is_v6 && strchr(end + 1, ':')
                            ? "is no address with a port; one of IPv6 stands in brackets"
                            : port_of(end + (is_v6 ? 2 : 1), &listen->port);
    if (wrong) return refuse(text, wrong, fault);
    if (is_v6) {
        if (inet_pton(AF_INET6, listen->address, &v6) != 1)
            return refuse(text, "is no address of IPv6", fault);
        listen->is_loopback = IN6_IS_ADDR_LOOPBACK(&v6);
        listen->is_any      = IN6_IS_ADDR_UNSPECIFIED(&v6);
    } else {
        if (inet_pton(AF_INET, listen->address, &v4) != 1)
            return refuse(text, "is no address; a number is needed, not a name", fault);
        listen->is_loopback = ntohl(v4.s_addr) >> 24 == 127;
        listen->is_any      = v4.s_addr == htonl(INADDR_ANY);
    }
    return ST_OK;
}

static bool bind_to(int descriptor, struct http_listen *listen) {
    union end end     = {0};
    socklen_t n       = listen->is_v6 ? sizeof end.v6 : sizeof end.v4;
    int       yes     = 1;
    void     *where   = listen->is_v6 ? (void *)&end.v6.sin6_addr : (void *)&end.v4.sin_addr;
    end.any.sa_family = listen->is_v6 ? AF_INET6 : AF_INET;
    if (listen->is_v6) end.v6.sin6_port = htons((uint16_t)listen->port);
    else end.v4.sin_port = htons((uint16_t)listen->port);
    inet_pton(end.any.sa_family, listen->address, where);
    if (setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes) != 0) return false;
    if (listen->is_v6 && setsockopt(descriptor, IPPROTO_IPV6, IPV6_V6ONLY, &yes, sizeof yes) != 0)
        return false;
    return bind(descriptor, &end.any, n) == 0;
}

enum status http_listen_open(struct http_listen *at, int *descriptor, struct fault *fault) {
    union end end  = {0};
    socklen_t n    = sizeof end;
    int       kind = SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK;
    int       made = socket(at->is_v6 ? AF_INET6 : AF_INET, kind, 0);
    if (made >= 0 && bind_to(made, at) && listen(made, BACKLOG) == 0 &&
        getsockname(made, &end.any, &n) == 0) {
        at->port    = ntohs(at->is_v6 ? end.v6.sin6_port : end.v4.sin_port);
        *descriptor = made;
        return ST_OK;
    }
    int error = errno;
    if (made >= 0) close(made);
    return fault_at(fault, ST_IO,
                    "command line: --listen: %s%s%s:%d: %s; allowed: an address of this machine "
                    "and a port that no other program has",
                    at->is_v6 ? "[" : "", at->address, at->is_v6 ? "]" : "", at->port,
                    strerror(error));
}
