/** `typ` of the token that comes with a request for slices. */
export const REVEAL_TYPE = 'vouchsafe-reveal+jwt'

/** Slices of one trace that are shown at once, at most, whoever asks: the privacy page says so. */
export const MOST_REVEALED = 3

/** The other answer of `POST /v1/attest`: no verdict yet. The evidence has committed to a trace (`EvidenceClaims.trace`), and some of it is to be seen. */
export interface RevealResponse {
  /** Compact JWS that only the server can make or read back; opaque to the page. Goes back unchanged. */
  readonly reveal: string
  /** Which slices, by index, ascending. */
  readonly slices: readonly number[]
}

/** What opens a commitment. */
export interface RevealedSlices {
  /** The bytes of each slice that was asked for, in that order (`shared/trace/read-slice.ts`), base64url. */
  readonly slices: readonly string[]
  /** What it takes beside them to find the root that was committed to (`shared/trace/trace-path.ts`), base64url. */
  readonly path: string
}

/** What the second post adds to the first, whose challenge and evidence it repeats to the letter. */
export interface Revealed extends RevealedSlices {
  /** As it was received. */
  readonly reveal: string
}
