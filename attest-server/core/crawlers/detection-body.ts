import type { Detection } from './detection.js'

/**
 * A detection in the words of yeb.to: all fields of its `result`, where `null` is what does not apply. `category`, `impostor`,
 * `ranges_source` and `ranges_age` (seconds) are ours, beside them.
 */
export function detectionBody(detection: Detection) {
  return {
    vendor: detection.vendor ?? null,
    ok: detection.ok,
    reason: detection.reason,
    // "UA was sent explicitly as param", says the guide; `ua_source` says whether one came as a header.
    ua_present: detection.uaSource === 'param',
    ua_source: detection.uaSource ?? null,
    ua_match: detection.uaMatch,
    ip_match: detection.ipMatch,
    dns_verified: detection.dnsVerified,
    rdns_checked: detection.rdnsChecked,
    asn_verified: detection.asnVerified,
    asn_checked: detection.asnChecked,
    cidr_empty: detection.cidrEmpty,
    ip_kind: detection.ipKind ?? null,
    ip_kind_source: detection.ipKindSource ?? null,
    ptr: detection.ptr ?? null,
    category: detection.category ?? null,
    impostor: detection.impostor,
    ranges_source: detection.rangesSource,
    ranges_age: detection.rangesAge ?? null,
  }
}
