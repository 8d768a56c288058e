import type { ObservationId, Scalar } from '../../shared/observation.js'
import type { Contribution } from '../../shared/scorecard/scorecard.js'
import type { EpochSeconds, Llr, Probability } from '../../shared/units.js'
import type { Round } from '../../shared/wire/challenge.js'
import type { Action, Assurance, Band } from '../../shared/wire/verdict.js'
import type { Counterfactual } from '../core/counterfactuals.js'
import type { KindReport } from '../core/kinds/kind.js'

export type { KeptText, KeptTexts } from './ports/kept-texts.js'
export type { Label, LabelName } from './ports/labels.js'

/**
 * What the server keeps: small ports in domain verbs. Each verb is atomic, also between processes that share a store. A store that
 * cannot answer throws `StoreUnavailable`; everything else that can go wrong is in the types.
 */
export interface Stores {
  readonly replays: ReplayGuard
  readonly projects: Projects
  readonly sessions: Sessions
  readonly devices: Devices
  readonly verdicts: Verdicts
  readonly signingKeys: SigningKeys
  /**
   * Drops what has expired, and of explanations and devices beyond their limits those that would expire first; a bounded number of rows at a time.
   * @returns how many rows went.
   */
  prune(now: EpochSeconds): Promise<number>
  /** Resolves when the store answers, throws `StoreUnavailable` when it does not. */
  check(): Promise<void>
  close(): Promise<void>
}

/** What keeps the disk from filling, whatever is sent. */
export interface StoreLimits {
  /** Explanations that are kept at most, of all projects together. */
  readonly verdictRecords: number
  /** Device keys that are remembered at most. */
  readonly devices: number
}

/** The store is closed, locked for too long, full or broken. Clients see 503 and may try again. */
export class StoreUnavailable extends Error {
  constructor(cause: unknown) {
    super('The store is not available.', { cause })
    this.name = 'StoreUnavailable'
  }
}

export interface ReplayGuard {
  /**
   * Claims an id for ever: of any number of concurrent claims, exactly one is told `true`. Survives the end of the process.
   * @param until when the id is worthless anyway. It may be forgotten a minute later.
   */
  claimOnce(id: string, until: EpochSeconds): Promise<boolean>
}

export interface Project {
  /** `prj_…`; never changes, never leaves the server. */
  readonly id: string
  /** For people; two projects may share it. */
  readonly name: string
  /** `pk_…` */
  readonly siteKey: string
  /** Exact origins such as `https://shop.example`, and the word `loopback` for every loopback origin. */
  readonly origins: readonly string[]
  /** Whether pages may show the challenge and block screens. */
  readonly enforce: boolean
  /** Whether visitors without JavaScript may use the signed form. */
  readonly noscript: boolean
  /** `mailto:` or `https:`, for people who need help. */
  readonly contact?: string
  readonly createdAt: EpochSeconds
}

export type ProjectChanges = Partial<Pick<Project, 'name' | 'siteKey' | 'origins' | 'enforce' | 'noscript' | 'contact'>>

/** How a secret key is kept: found by its lookup part, proved by argon2id. */
export interface StoredSecret {
  readonly projectId: string
  readonly lookup: string
  /** PHC string. */
  readonly hash: string
}

export interface Projects {
  create(project: Project, secret: StoredSecret): Promise<void>
  bySiteKey(siteKey: string): Promise<Project | undefined>
  /** Oldest first. */
  list(): Promise<readonly Project[]>
  /** @returns the project afterwards; undefined when there is none. */
  change(id: string, changes: ProjectChanges): Promise<Project | undefined>
  secretByLookup(lookup: string): Promise<StoredSecret | undefined>
  /** The old secret is worthless at once. */
  replaceSecret(secret: StoredSecret): Promise<void>
}

/** What a session needs to know of one evidence. */
export interface SessionStep {
  /** Of the key that signed it; undefined where none did. */
  readonly thumbprint: string | undefined
  /** Work done to answer the challenge screen, as a multiple of what a page is asked for when it loads; 0 where no screen asked. */
  readonly answer: number
}

/** What is known of a session, with the evidence at hand counted. */
export interface SessionHistory {
  /** Pieces of evidence in the minute that is running. */
  readonly recent: number
  /**
   * The largest answer of the key that signed this evidence; 0 when it never gave one. A session's name can be handed from one client to
   * another, its key cannot: of another key's answer, or of one without a key, only the evidence that gave it profits.
   */
  readonly answered: number
}

export interface Sessions {
  /**
   * Counts one evidence. A session that is not known starts. Sessions of different projects are strangers. Of several keys, the one that
   * answered last is remembered; without an answer, nothing outlives the minute.
   */
  advance(projectId: string, session: string, step: SessionStep, now: EpochSeconds): Promise<SessionHistory>
}

/** What is known of a device key. */
export interface DeviceHistory {
  readonly firstSeen: EpochSeconds
}

export interface Devices {
  /** @param thumbprint RFC 7638, of the device's public key. */
  meet(thumbprint: string, now: EpochSeconds): Promise<DeviceHistory>
  /** Meets a device only if it is known. Making a key costs nothing: whoever has only that leaves no trace. */
  recall(thumbprint: string, now: EpochSeconds): Promise<DeviceHistory | undefined>
}

/** How one fact was seen; `failed` carries its reason. */
export interface LoggedObservation {
  readonly id: ObservationId
  readonly state: 'ok' | 'unsupported' | 'failed'
  readonly value?: Scalar
  readonly reason?: string
}

/** A verdict with all that explains it. Holds no address, no header and no token: nothing here names a person. */
export interface VerdictRecord {
  readonly jti: string
  /** For people, `7K3VM-Q2XR9`. */
  readonly reference: string
  readonly projectId: string
  readonly session: string
  readonly issuedAt: EpochSeconds
  readonly action: Action
  /** The posterior, not rounded. */
  readonly posterior: Probability
  readonly band: Band
  readonly assurance: Assurance
  readonly origin: string
  readonly pageAction: string
  readonly round: Round
  readonly card: string
  readonly llr: Llr
  readonly families: Readonly<Record<string, Llr>>
  /** What families of one cause said beyond its limit, which `llr` is less by; left out where that is nothing. */
  readonly overlap?: Llr
  /** What behaviour may not take back of what the rest says for a bot; left out where that is nothing. */
  readonly givenBack?: Llr
  readonly hard: readonly string[]
  /** Heaviest first. */
  readonly contributions: readonly Contribution[]
  /** What it looks like, if it is a bot. Only where it was challenged or blocked. */
  readonly kind?: KindReport
  /** What would have had to be unknown for a milder action; none for `allow`. */
  readonly counterfactuals: readonly Counterfactual[]
  readonly observations: readonly LoggedObservation[]
}

export interface Verdicts {
  /** @param until when the record may be dropped. */
  record(verdict: VerdictRecord, until: EpochSeconds): Promise<void>
  /** @param name `jti` or reference. Another project's verdict does not exist. */
  find(projectId: string, name: string): Promise<VerdictRecord | undefined>
}

/** A verdict signing key with the MAC key of its time. */
export interface StoredKey {
  /** RFC 7638 thumbprint of the public key. */
  readonly kid: string
  readonly alg: 'ES256' | 'EdDSA'
  /** Private JWK as JSON. */
  readonly privateJwk: string
  /** 32 bytes, base64url: seals challenges and forms. */
  readonly mac: string
  readonly createdAt: EpochSeconds
  /** Published before that, signs from then on. */
  readonly activeFrom: EpochSeconds
  /** Leaves the JWKS then, and is dropped. Undefined for the newest key. */
  readonly retiresAt?: EpochSeconds
}

export interface SigningKeys {
  /** Adds the first key. @returns false when there is one already: of two servers that start together, one wins. */
  begin(key: StoredKey): Promise<boolean>
  /** Adds a key. No other lives longer than this. */
  succeed(key: StoredKey, othersRetireAt: EpochSeconds): Promise<void>
  /** Newest first, in the order in which they were added. */
  list(): Promise<readonly StoredKey[]>
}
