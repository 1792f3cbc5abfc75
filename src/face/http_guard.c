// SPDX-License-Identifier: Apache-2.0
#include "face/http_guard.h"

#include "base/limits.h"
#include "base/seal.h"
#include "base/text.h"
#include "face/work.h"

#include <arpa/inet.h>
#include <string.h>
#include <strings.h>

enum { DIGITS_MAX = 15, PORT_DIGITS_MAX = 5, HOST_MAX = 255, TLS_PORT = 443, PLAIN_PORT = 80 };

const struct http_guard_refusal http_guard_refusals[HTTP_GUARD_REASONS] = {
#define REFUSAL(name, code, slug, word, detail) {code, slug, word, detail},
    HTTP_GUARD_LIST(REFUSAL)
#undef REFUSAL
};

// Fields that this server reads. Where one of them stands twice, two readers may take either.
struct known {
    const char *host, *origin, *site, *mode, *destination;
    const char *length, *coding, *encoding, *expect;
    const char *content_type, *authorization, *if_none_match, *page, *work;
    bool        takes_gzip;
};

struct known_name {
    const char *name;
    ptrdiff_t   n, offset;
};

#define KNOWN(name, member)                                                                        \
    { name, sizeof name - 1, offsetof(struct known, member) }

static const struct known_name known_names[] = {
    KNOWN("Host", host),
    KNOWN("Origin", origin),
    KNOWN("Sec-Fetch-Site", site),
    KNOWN("Sec-Fetch-Mode", mode),
    KNOWN("Sec-Fetch-Dest", destination),
    KNOWN("Content-Length", length),
    KNOWN("Transfer-Encoding", coding),
    KNOWN("Content-Encoding", encoding),
    KNOWN("Expect", expect),
    KNOWN("Content-Type", content_type),
    KNOWN("Authorization", authorization),
    KNOWN("If-None-Match", if_none_match),
    KNOWN("Stipple-Page", page),
    KNOWN("Stipple-Work", work),
};

enum { KNOWN_NAMES = sizeof known_names / sizeof known_names[0] };

// ---- single pieces ----

static bool is_same_word(const char *a, const char *b) { return a && strcasecmp(a, b) == 0; }

static bool is_alnum(int c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// RFC 9110, 5.6.2.
static bool is_token(const char *text, ptrdiff_t n) {
    for (ptrdiff_t i = 0; i < n; i++)
        if (!text[i] || (!is_alnum(text[i]) && !strchr("!#$%&'*+-.^_`|~", text[i]))) return false;
    return n > 0;
}

static bool is_value(const char *text, ptrdiff_t n) {
    for (ptrdiff_t i = 0; i < n; i++) {
        unsigned char c = (unsigned char)text[i];
        if ((c < 0x20 && c != '\t') || c == 0x7f) return false;
    }
    return true;
}

// Decimal digits and nothing else; -1 if it is not that.
static int64_t number_of(const char *text, ptrdiff_t n, int digits_max) {
    int64_t value = 0;
    if (n < 1 || n > digits_max) return -1;
    for (ptrdiff_t i = 0; i < n; i++) {
        if (text[i] < '0' || text[i] > '9') return -1;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

static int hex_of(int c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

// Visible ASCII but what no target has, with whole escapes. In the path no segment is "." or "..",
// however it is spelt, and no escape is NUL.
static bool is_target(const char *target) {
    bool in_path = true, is_dots = false;
    int  n = 0;   // bytes of the segment so far
    if (*target != '/') return false;
    for (const char *at = target; *at; at++) {
        int c = (unsigned char)*at;
        if (c <= 0x20 || c >= 0x7f || strchr("\"#<>\\^`{|}", c)) return false;
        bool is_end = c == '/' || c == '?';   // as they are, and not as an escape
        if (c == '%') {
            if (hex_of(at[1]) < 0 || hex_of(at[2]) < 0) return false;
            c = hex_of(at[1]) * 16 + hex_of(at[2]);
            if (c == 0) return false;
            at += 2;
        }
        if (!in_path) continue;
        if (is_end) {
            if (is_dots && n <= 2) return false;
            in_path = c == '/';
            is_dots = false;
            n       = 0;
        } else {
            is_dots = c == '.' && (n == 0 || is_dots);
            n++;
        }
    }
    return !(in_path && is_dots && n <= 2);
}

// ---- hosts ----

struct host {
    char name[HOST_MAX + 1];   // without brackets
    int  port;
    bool is_v6;
};

// "name", "name:80", "1.2.3.4:80", "[::1]:80". False: it is none of these.
static bool read_host(const char *text, bool is_tls, struct host *host) {
    host->is_v6       = *text == '[';
    const char *name  = text + host->is_v6;
    const char *end   = name + strcspn(name, host->is_v6 ? "]" : ":");
    const char *after = host->is_v6 && *end ? end + 1 : end;
    ptrdiff_t   n     = end - name;
    if (n < 1 || n > HOST_MAX || (host->is_v6 && *end != ']')) return false;
    for (ptrdiff_t i = 0; i < n; i++)
        if (!is_alnum(name[i]) && !strchr(host->is_v6 ? ":." : "-._", name[i])) return false;
    memcpy(host->name, name, (size_t)n);
    host->name[n] = 0;
    host->port    = is_tls ? TLS_PORT : PLAIN_PORT;
    if (!*after) return true;
    if (*after != ':') return false;
    host->port = (int)number_of(after + 1, (ptrdiff_t)strlen(after + 1), PORT_DIGITS_MAX);
    return host->port > 0 && host->port <= 65535;
}

static bool is_our_name(const struct host *host, const struct http_guard_site *site) {
    struct in_addr  v4, local_v4;
    struct in6_addr v6, local_v6;
    if (host->is_v6) {
        if (inet_pton(AF_INET6, host->name, &v6) != 1) return false;
        if (IN6_IS_ADDR_LOOPBACK(&v6)) return true;
        return inet_pton(AF_INET6, site->local, &local_v6) == 1 &&
               memcmp(&v6, &local_v6, sizeof v6) == 0;
    }
    if (inet_pton(AF_INET, host->name, &v4) == 1) {
        if (ntohl(v4.s_addr) >> 24 == 127) return true;
        return inet_pton(AF_INET, site->local, &local_v4) == 1 && v4.s_addr == local_v4.s_addr;
    }
    for (int i = 0; i < site->n_hosts; i++)
        if (is_same_word(host->name, site->hosts[i])) return true;
    return is_same_word(host->name, "localhost");
}

static enum http_guard_reason check_host(const struct known           *known,
                                         const struct http_guard_site *site) {
    struct host host;
    if (!known->host || !read_host(known->host, site->is_tls, &host)) return HTTP_GUARD_HOST;
    return host.port == site->port && is_our_name(&host, site) ? HTTP_GUARD_FINE
                                                               : HTTP_GUARD_OTHER_HOST;
}

// ---- who asks ----

// A browser says which page a request comes from. Only our own asks, or nobody; a link that leads
// to our page from elsewhere is followed as well.
static enum http_guard_reason check_page(const struct http_guard_head *head,
                                         const struct known *known, enum request_method method,
                                         bool is_tls) {
    const char *scheme = is_tls ? "https://" : "http://";
    if (known->origin && (!text_starts(known->origin, scheme) ||
                          !is_same_word(known->origin + strlen(scheme), known->host)))
        return HTTP_GUARD_ORIGIN;
    if (!known->site || is_same_word(known->site, "same-origin") ||
        is_same_word(known->site, "none"))
        return HTTP_GUARD_FINE;
    bool is_read    = method == REQUEST_GET || method == REQUEST_HEAD;
    bool is_visited = is_same_word(known->mode, "navigate") &&
                      (!known->destination || is_same_word(known->destination, "document"));
    return is_read && is_visited && !http_guard_is_closed(head->target) ? HTTP_GUARD_FINE
                                                                        : HTTP_GUARD_SITE;
}

const char *http_guard_field(enum http_guard_reason reason) {
    switch (reason) {
    case HTTP_GUARD_LENGTH:
    case HTTP_GUARD_FRAMING:
    case HTTP_GUARD_BODY:
    case HTTP_GUARD_LARGE: return "Content-Length";
    case HTTP_GUARD_CODING: return "Transfer-Encoding";
    case HTTP_GUARD_PACKED: return "Content-Encoding";
    case HTTP_GUARD_EXPECT: return "Expect";
    case HTTP_GUARD_HOST:
    case HTTP_GUARD_OTHER_HOST: return "Host";
    case HTTP_GUARD_ORIGIN: return "Origin";
    case HTTP_GUARD_SITE: return "Sec-Fetch-Site";
    case HTTP_GUARD_TOKEN: return "Authorization";
    default: return NULL;
    }
}

// ---- how long the body is ----

static enum http_guard_reason check_body(const struct http_guard_head *head,
                                         const struct known *known, bool has_body,
                                         struct http_guard_found *found) {
    bool is_old   = text_equal(head->version, "HTTP/1.0");
    found->length = 0;
    if (known->coding && known->length) return HTTP_GUARD_FRAMING;
    if (known->coding) {
        if (is_old || !is_same_word(known->coding, "chunked")) return HTTP_GUARD_CODING;
        found->length = -1;
    } else if (known->length) {
        ptrdiff_t n   = (ptrdiff_t)strlen(known->length);
        found->length = number_of(known->length, n, DIGITS_MAX);
        if (found->length < 0) return HTTP_GUARD_LENGTH;
    }
    if (!has_body && found->length != 0) return HTTP_GUARD_BODY;
    if (known->expect && !is_same_word(known->expect, "100-continue")) return HTTP_GUARD_EXPECT;
    found->expects_continue = known->expect != NULL;
    if (found->length > LIMIT_BODY_BYTES) return HTTP_GUARD_LARGE;
    if (known->encoding && !is_same_word(known->encoding, "identity")) return HTTP_GUARD_PACKED;
    return HTTP_GUARD_FINE;
}

// ---- the whole ----

// "gzip" as an element of the list, unless it is weighed with nothing.
static bool is_gzip_taken(const char *value) {
    for (const char *at = value; *at;) {
        at += strspn(at, ", \t");
        size_t n = strcspn(at, ",");
        if (n >= 4 && strncasecmp(at, "gzip", 4) == 0 && (n == 4 || strchr("; \t", at[4]))) {
            const char *weight = memchr(at, '=', n);
            return !weight || strspn(weight + 1, "0. \t") < (size_t)(at + n - weight - 1);
        }
        at += n;
    }
    return false;
}

static enum http_guard_reason read_fields(const struct http_guard_head *head, struct known *known) {
    if (head->n_fields > LIMIT_FIELDS) return HTTP_GUARD_FIELDS;
    for (int i = 0; i < head->n_fields; i++) {
        const struct http_guard_field *field = &head->fields[i];
        if (!is_token(field->name, field->n_name)) return HTTP_GUARD_NAME;
        if (!is_value(field->value, field->n_value)) return HTTP_GUARD_VALUE;
        if (is_same_word(field->name, "Accept-Encoding"))
            known->takes_gzip = known->takes_gzip || is_gzip_taken(field->value);
        for (int k = 0; k < KNOWN_NAMES; k++) {
            if (known_names[k].n != field->n_name ||
                strcasecmp(known_names[k].name, field->name) != 0)
                continue;
            const char **at = (const char **)((char *)known + known_names[k].offset);
            if (*at) return HTTP_GUARD_TWICE;
            *at = field->value;
        }
    }
    return HTTP_GUARD_FINE;
}

static enum request_method method_of(const char *method) {
    if (text_equal(method, "GET")) return REQUEST_GET;
    if (text_equal(method, "HEAD")) return REQUEST_HEAD;
    if (text_equal(method, "POST")) return REQUEST_POST;
    return text_equal(method, "DELETE") ? REQUEST_DELETE : REQUEST_OTHER;
}

enum http_guard_reason http_guard_check(const struct http_guard_head *head,
                                        const struct http_guard_site *site,
                                        struct http_guard_found      *found) {
    struct known known = {0};
    *found             = (struct http_guard_found){.method = method_of(head->method)};

    // The form of the head.
    if (!text_equal(head->version, "HTTP/1.1") && !text_equal(head->version, "HTTP/1.0"))
        return HTTP_GUARD_VERSION;
    if (!is_token(head->method, (ptrdiff_t)strlen(head->method))) return HTTP_GUARD_METHOD;
    enum http_guard_reason reason = read_fields(head, &known);
    if (reason != HTTP_GUARD_FINE) return reason;
    if (!head->is_plain) return HTTP_GUARD_LINES;
    if (strlen(head->target) > LIMIT_TARGET_BYTES) return HTTP_GUARD_TARGET_LONG;
    if (!is_target(head->target)) return HTTP_GUARD_TARGET;
    bool has_body = found->method == REQUEST_POST || found->method == REQUEST_OTHER;
    reason        = check_body(head, &known, has_body, found);
    if (reason != HTTP_GUARD_FINE) return reason;

    // Where it was sent, and by whom.
    reason = check_host(&known, site);
    if (reason != HTTP_GUARD_FINE) return reason;
    reason = check_page(head, &known, found->method, site->is_tls);
    if (reason != HTTP_GUARD_FINE) return reason;
    if ((known.page && !work_name_is_good(known.page)) ||
        (known.work && !work_name_is_good(known.work)))
        return HTTP_GUARD_NAMES;

    found->content_type  = known.content_type;
    found->authorization = known.authorization;
    found->if_none_match = known.if_none_match;
    found->page          = known.page;
    found->work          = known.work;
    found->takes_gzip    = known.takes_gzip;
    return HTTP_GUARD_FINE;
}

bool http_guard_is_closed(const char *path) {
    ptrdiff_t n = (ptrdiff_t)strcspn(path, "?");
    return text_starts(path, "/api/") || (n == 4 && text_starts(path, "/api")) ||
           (n == 8 && text_starts(path, "/metrics"));
}

bool http_guard_token(const char *authorization, const char *token) {
    const char scheme[] = "Bearer ";
    if (!authorization || strncasecmp(authorization, scheme, sizeof scheme - 1) != 0) return false;
    const char *given = authorization + sizeof scheme - 1;
    given += strspn(given, " ");
    return seal_same(given, (ptrdiff_t)strlen(given), token, (ptrdiff_t)strlen(token));
}
