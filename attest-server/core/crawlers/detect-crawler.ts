import type { Address } from '../../../shared/address/address.js'
import { parseAddress } from '../../../shared/address/parse-address.js'
import { err, ok, type Result } from '../../../shared/result.js'
import { claimsOf } from './claims.js'
import type { Crawler, ProofMethod } from './crawler.js'
import type { Detection, DetectionReason } from './detection.js'
import { askAsn, askHosts, askRanges, type RangeFinding } from './evidence.js'
import type { CrawlerDeps, HostFinding } from './ports.js'

export interface DetectionRequest {
  /** IPv4 or IPv6, as the caller wrote it. */
  readonly ip: string
  /** Undefined: whichever it is. */
  readonly crawler: Crawler | undefined
  readonly userAgent: { readonly text: string; readonly source: 'param' | 'header' } | undefined
  readonly verifyRdns: boolean
  /** Without `verifyRdns`, nothing. */
  readonly strictRdns: boolean
  readonly verifyAsn: boolean
  /** Without `verifyAsn`, nothing. */
  readonly strictAsn: boolean
  /** In the place of the vendor's own autonomous systems. */
  readonly asn: number | undefined
}

/** What came in, read. */
interface Question {
  readonly request: DetectionRequest
  readonly address: Address
  /** The vendors that the user agent says to be of. */
  readonly claimed: readonly Crawler[]
}

const NOBODY: Detection = {
  vendor: undefined,
  category: undefined,
  ok: false,
  reason: 'ip_not_in_vendor_ranges',
  impostor: false,
  uaSource: undefined,
  uaMatch: false,
  ipMatch: false,
  dnsVerified: false,
  rdnsChecked: false,
  asnVerified: false,
  asnChecked: false,
  cidrEmpty: false,
  ipKind: undefined,
  ipKindSource: undefined,
  ptr: undefined,
  rangesSource: 'none',
  rangesAge: undefined,
}

/** Whose the address is by ranges; the programs of vendors before those of their customers. */
async function byAddress(question: Question, candidates: readonly Crawler[], deps: CrawlerDeps): Promise<Crawler | undefined> {
  const asked = candidates.map(async (crawler) => ({ crawler, ranges: await askRanges(question.address, crawler, deps) }))
  const hits = (await Promise.all(asked)).filter(({ ranges }) => ranges.hit)
  return (hits.find(({ ranges }) => ranges.hit?.list.trust === 'vendor') ?? hits[0])?.crawler
}

/** Whom to hold the address against: who was asked for, or whom the user agent names, or whose the address is. */
async function suspect(question: Question, deps: CrawlerDeps): Promise<Crawler | undefined> {
  const { request, claimed } = question
  if (request.crawler) return request.crawler
  if (claimed.length === 0) return byAddress(question, deps.crawlers, deps)
  return claimed.length === 1 ? claimed[0] : ((await byAddress(question, claimed, deps)) ?? claimed[0])
}

function reasonOf(ipMatch: boolean, uaPresent: boolean, uaMatch: boolean): DetectionReason {
  if (!ipMatch) return uaMatch ? 'ua_not_matched' : 'ip_not_in_vendor_ranges'
  if (!uaPresent) return 'ip_match'
  return uaMatch ? 'ip_and_ua_match' : 'ip_match_but_ua_not_matched'
}

/** Of vendors that tell their addresses apart, the kind is wanted even where no proof is. */
async function namesOf(question: Question, crawler: Crawler, ranges: RangeFinding, deps: CrawlerDeps): Promise<HostFinding | undefined> {
  const forKind = crawler.kinds && (ranges.hit || ranges.empty)
  return question.request.verifyRdns || forKind ? askHosts(question.address, crawler, deps) : undefined
}

function rdnsOf({ verifyRdns }: DetectionRequest, names: HostFinding | undefined) {
  const rdnsChecked = verifyRdns && (names?.answered ?? false)
  return { rdnsChecked, dnsVerified: rdnsChecked && (names?.confirmed?.pattern.trust ?? 'network') !== 'network' }
}

async function asnOf({ request, address }: Question, crawler: Crawler, deps: CrawlerDeps) {
  const expected = request.asn === undefined ? crawler.asns : [request.asn]
  const found = request.verifyAsn && expected.length > 0 ? await askAsn(address, deps) : undefined
  return { asnChecked: found !== undefined, asnVerified: found !== undefined && expected.includes(found) }
}

function kindOf(crawler: Crawler, ranges: RangeFinding, names: HostFinding | undefined): Pick<Detection, 'ipKind' | 'ipKindSource'> {
  if (!crawler.kinds) return { ipKind: undefined, ipKindSource: undefined }
  if (ranges.hit?.list.kind) return { ipKind: ranges.hit.list.kind, ipKindSource: 'json' }
  const kind = names?.confirmed?.pattern.kind
  return kind ? { ipKind: kind, ipKindSource: 'dns_ptr' } : { ipKind: 'unknown', ipKindSource: undefined }
}

type Proofs = Pick<Detection, 'dnsVerified' | 'rdnsChecked' | 'asnVerified' | 'asnChecked'>

/** Whether nothing proves the vendor, and a method says no by which all of its crawlers can be told. */
function isDenied({ decisive }: Crawler, { hit, answer }: RangeFinding, proofs: Proofs): boolean {
  if (hit || proofs.dnsVerified || proofs.asnVerified) return false
  const saysNo: Readonly<Record<ProofMethod, boolean>> = { ranges: answer === 'no', rdns: proofs.rdnsChecked, asn: proofs.asnChecked }
  return decisive.some((method) => saysNo[method])
}

async function examine(question: Question, crawler: Crawler, deps: CrawlerDeps): Promise<Detection> {
  const { request, claimed } = question
  const ranges = await askRanges(question.address, crawler, deps)
  const [names, asn] = await Promise.all([namesOf(question, crawler, ranges, deps), asnOf(question, crawler, deps)])
  const rdns = rdnsOf(request, names)
  const ipMatch = ranges.hit !== undefined
  const strict =
    (!(request.verifyRdns && request.strictRdns) || rdns.dnsVerified) && (!(request.verifyAsn && request.strictAsn) || asn.asnVerified)
  const uaMatch = claimed.includes(crawler)
  return {
    vendor: crawler.id,
    category: ranges.hit?.list.category ?? crawler.category,
    ok: ipMatch && strict,
    reason: reasonOf(ipMatch, request.userAgent !== undefined, uaMatch),
    impostor: uaMatch && isDenied(crawler, ranges, { ...rdns, ...asn }),
    uaSource: request.userAgent?.source,
    uaMatch,
    ipMatch,
    ...rdns,
    ...asn,
    cidrEmpty: ranges.empty,
    ...kindOf(crawler, ranges, names),
    ptr: names?.ptr,
    rangesSource: ranges.source,
    rangesAge: ranges.age,
  }
}

/**
 * Whether an address is a crawler's, and whose. Never rejects: what cannot be asked is not checked, and says so.
 *
 * @returns `not_an_address` where `ip` is none.
 */
export async function detectCrawler(request: DetectionRequest, deps: CrawlerDeps): Promise<Result<Detection, 'not_an_address'>> {
  const address = parseAddress(request.ip)
  if (!address) return err('not_an_address')
  const claimed = claimsOf(request.userAgent?.text ?? '', deps.crawlers).map(({ crawler }) => crawler)
  const question: Question = { request, address, claimed }
  const crawler = await suspect(question, deps)
  return ok(crawler ? await examine(question, crawler, deps) : { ...NOBODY, uaSource: request.userAgent?.source })
}
