import type { Action } from '../../../../shared/wire/verdict.js'
import { evaluate } from '../compile/evaluate.js'
import type { ReadField } from '../fields/field.js'
import type { Policy, Rule } from './policy.js'
import { resolve } from './resolve.js'

export interface PastSession {
  /** What the owner can look the session up by. */
  readonly reference: string
  /** Whose it is: visits of several pages have several verdicts. */
  readonly session?: string
  /** Work was done for it: of what costs nothing, anybody can make any number. */
  readonly hasPaid?: boolean
  readonly read: ReadField
  /** What the evidence alone comes to, as `resolve` takes it. */
  readonly own?: Action
  /** An exception let it through, and would again, whatever rules say. */
  readonly isExcepted?: boolean
}

export interface Sample {
  readonly reference: string
  /** Why it was decided as it was, and why it would be otherwise. */
  readonly before: string
  readonly after: string
}

export interface Flip {
  readonly from: Action
  readonly to: Action
  readonly sessions: number
  /** The first {@link SAMPLES} as they came: newest sessions first in, newest samples out. */
  readonly samples: readonly Sample[]
}

export interface Preview {
  readonly sessions: number
  /** Sessions with another action, of all kinds together. */
  readonly flipped: number
  /** Most frequent first. */
  readonly flips: readonly Flip[]
  /** For every rule that is new or changed, by id: sessions that it matches, whatever comes of it. */
  readonly matches: ReadonlyMap<string, number>
  /** Fields that these rules read, with the sessions of which they are not known: what was not kept, a preview cannot judge. */
  readonly unknown: ReadonlyMap<string, number>
}

export const SAMPLES = 5

/** A rule with what it reads; both come from `compileRule`. */
export interface DraftRule {
  readonly rule: Rule
  readonly reads: readonly string[]
}

export interface PreviewRun {
  add(session: PastSession): void
  report(): Preview
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] }
type OpenFlip = Mutable<Omit<Flip, 'samples'>> & { readonly samples: Sample[] }

function noteFlip(flips: Map<string, OpenFlip>, { reference, read, own, isExcepted }: PastSession, before: Policy, after: Policy): void {
  const [was, would] = [resolve(read, before, own), resolve(read, after, own)]
  if (was.action === would.action || isExcepted) return
  const key = `${was.action} ${would.action}`
  const flip = flips.get(key) ?? { from: was.action, to: would.action, sessions: 0, samples: [] }
  flip.sessions++
  if (flip.samples.length < SAMPLES) flip.samples.push({ reference, before: was.reason, after: would.reason })
  flips.set(key, flip)
}

const bump = (counts: Map<string, number>, key: string): unknown => counts.set(key, counts.get(key)! + 1)

/**
 * Plays past sessions under two policies, one session at a time, for stores that hand them out page by page. Holds counts and a few
 * samples, however many sessions there are.
 * @param drafts the rules of `after` that are new or changed
 */
export function startPreview(before: Policy, after: Policy, drafts: readonly DraftRule[]): PreviewRun {
  const flips = new Map<string, OpenFlip>()
  const matches = new Map(drafts.map(({ rule }) => [rule.id, 0]))
  const unknown = new Map(drafts.flatMap(({ reads }) => reads).map((field) => [field, 0]))
  let sessions = 0
  return {
    add(session) {
      sessions++
      for (const { rule } of drafts) if (evaluate(rule.test, session.read)) bump(matches, rule.id)
      for (const field of unknown.keys()) if (session.read(field) === null) bump(unknown, field)
      noteFlip(flips, session, before, after)
    },
    report() {
      const sorted = [...flips.values()].sort((a, b) => b.sessions - a.sessions)
      const flipped = sorted.reduce((sum, flip) => sum + flip.sessions, 0)
      return {
        sessions,
        flipped,
        flips: sorted.map((flip) => ({ ...flip, samples: [...flip.samples] })),
        matches: new Map(matches),
        unknown: new Map(unknown),
      }
    },
  }
}

/** {@link startPreview} for sessions that are at hand. */
export function preview(past: Iterable<PastSession>, before: Policy, after: Policy, drafts: readonly DraftRule[]): Preview {
  const run = startPreview(before, after, drafts)
  for (const session of past) run.add(session)
  return run.report()
}
