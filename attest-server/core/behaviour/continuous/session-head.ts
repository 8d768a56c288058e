import type { EpochSeconds } from '../../../../shared/units.js'
import { type Fields, isFields } from '../events/fields.js'
import type { BotVerdict } from '../evidence/verdict-of.js'

export interface Webhook {
  readonly url: string
  /** `whsec_…`, shown once: whoever signs must have it as it is. */
  readonly secret: string
}

/** What is known of a continuous session besides its events. */
export interface SessionHead {
  readonly verdict: BotVerdict
  readonly createdAt: EpochSeconds
  /** Nothing is taken from then on. */
  readonly expiresAt: EpochSeconds
  readonly webhook?: Webhook
}

/** A session in a store whose texts are short: what is too long for the head stands in parts of its own. */
export interface KeptHead extends SessionHead {
  /** The compressed state; left out where it is in parts. */
  readonly inline?: string
  readonly parts?: { readonly name: string; readonly count: number }
}

const isHead = (head: Fields): boolean =>
  typeof head.verdict === 'string' &&
  typeof head.createdAt === 'number' &&
  typeof head.expiresAt === 'number' &&
  (typeof head.inline === 'string' || isFields(head.parts))

/** From our own store. @returns undefined for a damaged one. */
export function decodeHead(text: string): KeptHead | undefined {
  try {
    const head: unknown = JSON.parse(text)
    return isFields(head) && isHead(head) ? (head as unknown as KeptHead) : undefined
  } catch {
    return undefined
  }
}
