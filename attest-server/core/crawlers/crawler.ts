import type { Category } from '../../../shared/wire/categories.js'

/** Which of its programs a vendor sends from an address. Only Google says so. */
export type IpKind = 'search_bot' | 'special_crawler' | 'user_triggered_google' | 'user_triggered_user' | 'cdn_proxy' | 'unknown'

/**
 * Whose programs speak from there. `vendor`: its own only, so that an address proves them. `users`: also programs of its customers,
 * who may send any user agent. `network`: its network, but none of its crawlers.
 */
export type Trust = 'vendor' | 'users' | 'network'

/** How an address can be held against what a vendor publishes. */
export type ProofMethod = 'ranges' | 'rdns' | 'asn'

/** A name in user agents. Found in any case, where neither a letter nor a digit stands beside it. */
export interface Agent {
  readonly token: string
  readonly category: Category
}

/** Ranges that ship with Vouchsafe: what the vendor published on a day, as a public repository holds it or as its page says. */
export interface ShippedRanges {
  /** A day on which the vendor said so: `YYYY-MM-DD`. Absent where its page bears no date. */
  readonly asOf?: string
  /** Who said so: the vendor's own page or file. */
  readonly source: string
  /** The public repository that holds the vendor's file, where it is not the page itself that was read. */
  readonly heldBy?: string
  /** CIDRs, apart by white space; the same addresses as the source's, adjoining ranges put together. */
  readonly text: string
}

/**
 * How a vendor writes its list. `prefixes`: Google's JSON, which most took over. `lines`: an address or CIDR in each line, or in the
 * first column of one (RFC 8805). `page`: Google's JSON in a code block of an HTML page.
 */
export type FeedFormat = 'prefixes' | 'lines' | 'page'

export interface Feed {
  readonly url: string
  readonly format: FeedFormat
}

/** Addresses that a vendor publishes in one place. Has a feed, or what shipped, or both. */
export interface RangeList {
  /** Unique among all lists of all vendors, `a-z` and `-`: it names what is kept of the list. */
  readonly id: string
  /** What the allowlist calls who comes from there: `Googlebot`. */
  readonly name: string
  readonly category: Category
  readonly trust: Trust
  readonly kind?: IpKind
  readonly feed?: Feed
  readonly shipped?: ShippedRanges
}

/** Names that a vendor's crawlers have in reverse DNS. The first that fits a name is what it means. */
export interface HostPattern {
  /** A whole domain: `google.com` fits `a.google.com` and never `agoogle.com`. */
  readonly suffix: string
  /** With what the name begins, where only that tells. */
  readonly prefix?: string
  readonly trust: Trust
  readonly kind?: IpKind
}

/** A vendor of crawlers. Data only; one a file in `attest-server/crawlers/`. */
export interface Crawler {
  /** In paths: `POST /v1/bot/detect/{id}`. */
  readonly id: string
  readonly aliases: readonly string[]
  readonly name: string
  readonly category: Category
  /** Where the vendor says how to tell its crawlers, or else who says it. */
  readonly documentation: string
  readonly agents: readonly Agent[]
  /** Who carries one of these beside an agent's token is another program, often a person's: it claims nothing. */
  readonly except: readonly string[]
  readonly ranges: readonly RangeList[]
  readonly hosts: readonly HostPattern[]
  /** Autonomous systems from which, says the vendor, its crawlers come and nobody else's programs. */
  readonly asns: readonly number[]
  /**
   * The methods by which the vendor says that *every* crawler of its can be told: only these make an impostor of who fails them.
   * Empty where what is published is known to be a part.
   */
  readonly decisive: readonly ProofMethod[]
  /** Whether the vendor's addresses are told apart by kind. */
  readonly kinds?: true
}
