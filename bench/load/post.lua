-- post: what wrk sends: one POST of a file, again and again, with the token of the server.
-- Arguments behind "--": TOKEN FILE. Answers other than 200 are counted and told at the end.
-- SPDX-License-Identifier: Apache-2.0
local counted = {}

function setup(thread)
    counted[#counted + 1] = thread
end

function init(args)
    local file = assert(io.open(args[2], "rb"))
    wrk.method = "POST"
    wrk.body = file:read("*a")
    file:close()
    wrk.headers["Content-Type"] = "application/json"
    wrk.headers["Authorization"] = "Bearer " .. args[1]
    others = 0
end

function response(status)
    if status ~= 200 then others = others + 1 end
end

function done(summary, latency)
    local n = 0
    for _, thread in ipairs(counted) do n = n + thread:get("others") end
    io.write(string.format("per_second %.0f p50_us %d p95_us %d p99_us %d max_us %d not_200 %d errors %d\n",
        summary.requests / (summary.duration / 1e6), latency:percentile(50), latency:percentile(95),
        latency:percentile(99), latency.max, n,
        summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout))
end
