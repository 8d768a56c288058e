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

/** What the checks found in the evidence. */
export interface EvidenceFacts {
  readonly signed: boolean
  /** Whether the page's origin is one where `crypto.subtle` exists. */
  readonly secureOrigin: boolean
  /** The part of the proof of work that was done, as a multiple of what a page is asked for when it loads: 1, 4 and 8 for whole rounds. */
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
  /** Undefined where no key signed. */
  readonly device: DeviceHistory | undefined
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
