import type { Observation, ServerNamespace } from '../../shared/observation.js'
import type { EpochSeconds, Seconds, Share } from '../../shared/units.js'
import type { Round } from '../../shared/wire/challenge.js'
import type { Enrichment } from '../network/enrichment.js'
import type { DeviceHistory, SessionHistory } from '../stores/ports.js'

/** What the description of a request leaves open, where the request itself was never here. */
export interface Described {
  /** Every header was told, by name at least: one that was not named was not there. Else it may only not have been told. */
  readonly whole: boolean
  /** Lower-case names of headers that were told to be missing or empty. */
  readonly empty: ReadonlySet<string>
}

/**
 * What whoever wrote a hello gives away beside its JA4, which forgets GREASE and hashes the rest:
 * `chromium`, `firefox`: as these write it · `greased`: with GREASE, as Safari and other children of BoringSSL do · `plain`: as libraries do.
 */
export type HelloShape = 'chromium' | 'firefox' | 'greased' | 'plain'

/** How a client opened TLS, where this server itself ended it. */
export interface SeenTls {
  readonly ja4: string
  readonly shape: HelloShape
}

/** What a request said of itself, apart from its body. */
export interface HttpFacts {
  /** `fetch`: a script's request; `form`: a document's. */
  readonly via: 'fetch' | 'form'
  /** By lower-case name. */
  readonly headers: ReadonlyMap<string, string>
  /** Names as they came, in their order and case; undefined where a proxy stands between or the runtime does not tell. */
  readonly headerNames: readonly string[] | undefined
  /** Whether browsers treat this server's address as trustworthy (https or loopback): only there do they send `Sec-*` headers. */
  readonly trustworthy: boolean
  /** The client's IP address, as the socket or a configured proxy knows it; undefined where it could only be guessed. */
  readonly address: string | undefined
  /** Only where somebody else describes a request that came to them (`core/requests`). */
  readonly described?: Described
  /** What the server's databases say of that address; never of one that was guessed. */
  readonly network?: Enrichment | undefined
  /** What was seen of the client's TLS here; undefined where somebody else ended it, or a proxy of ours began it. */
  readonly tls?: SeenTls | undefined
  /** How the client speaks TLS, as whoever ended it saw; undefined where nobody trusted says. */
  readonly ja4?: string | undefined
}

/**
 * Where a device key was, from its second evidence in the hour that is running on: of the first only that it came is known. So each count has the
 * evidence at hand in it, and not the first one's session, network or user agent, unless they came again.
 */
export interface KeyTraffic {
  /** Pieces of evidence in the minute that is running. */
  readonly pace: number
  /** Sessions in that minute. */
  readonly sessions: number
  /** Of challenges that were issued within the same ten seconds, those that this key redeemed. */
  readonly parallel: number
  /** Networks in the hour that is running: /24 of IPv4, /48 of IPv6. */
  readonly networks: number
  /** User agents in that hour that differ in more than their numbers. */
  readonly agents: number
  /** How many people would have to give input at once for what the key says. */
  readonly overlap: number
}

/** Pieces of evidence in the hour that is running, from the same place; undefined where that place is not known. */
export interface NetworkTraffic {
  /** /24 of IPv4, /48 of IPv6. */
  readonly prefix: number | undefined
  /** Autonomous system. */
  readonly system: number | undefined
}

/** What the checks found in the evidence. */
export interface EvidenceFacts {
  readonly signed: boolean
  /** Whether the page's origin is one where `crypto.subtle` exists. */
  readonly secureOrigin: boolean
  /**
   * The share that was done of what the challenge asked for, times its round: 1, 4 and 8 for whole rounds, whatever the price.
   */
  readonly effort: number
  /** Expected hashes for the part that was done. */
  readonly work: number
  /** From the challenge's issue to the evidence's arrival. */
  readonly challengeAge: Seconds
  readonly round: Round
  /** Of what every collector knows, the share that this evidence does not say. */
  readonly silence: Share
  readonly session: SessionHistory
  /** Others who moved in nearly the same way; undefined where too little is known to tell one visit from another. */
  readonly repeats: number | undefined
  /** Other networks from which visits came that differ by less than people do; undefined where too little is known. */
  readonly crowd: number | undefined
  /** Undefined where no key signed. */
  readonly device: Pick<DeviceHistory, 'firstSeen'> | undefined
  /** Undefined where no key signed, or one that has never done any work: making it cost nothing, so nothing is counted of it. */
  readonly keyTraffic: KeyTraffic | undefined
  readonly networkTraffic: NetworkTraffic
}

export interface RequestFacts {
  readonly http: HttpFacts
  /** Undefined on the path without JavaScript. */
  readonly evidence: EvidenceFacts | undefined
}

export interface FactDeps {
  readonly now: EpochSeconds
}

/** Something that the server itself sees. One a file; listed in `index.ts`. */
export interface Fact {
  readonly id: `${ServerNamespace}.${string}`
  /** May throw or hang: the runner makes an Observation of either. */
  observe(request: RequestFacts, deps: FactDeps): Observation | Promise<Observation>
}
