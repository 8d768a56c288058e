import type { EpochSeconds } from '../../../shared/units.js'
import { facetsOf } from '../facets.js'
import { ANY_KIND, type KeptMovement, type VerdictFacets, type VerdictRecord, type Verdicts, type VerdictsAsked } from '../ports.js'
import { BRIEF_RECORD } from '../retention.js'
import { type Erasable, type Prunable, pruneMap, pruneSurplus } from './prune-map.js'

interface Entry {
  readonly verdict: VerdictRecord
  readonly until: EpochSeconds
  readonly movement?: KeptMovement | undefined
}

export interface MemoryVerdicts extends Verdicts, Prunable, Erasable {
  /** `jti` and reference of each. */
  namesOf(projectId: string, session: string): readonly string[]
}

const isBrief = ({ verdict, until }: Entry): boolean => until - verdict.issuedAt <= BRIEF_RECORD
const ownerOf = ({ verdict }: Entry): string => verdict.projectId

const cursorOf = ({ issuedAt, jti }: VerdictRecord): string => `${issuedAt}.${jti}`
const newestFirst = (a: VerdictRecord, b: VerdictRecord): number => b.issuedAt - a.issuedAt || (b.jti > a.jti ? 1 : -1)

function fits(verdict: VerdictRecord, { before: _, from = 0, to = Infinity, tell, kind, ...wanted }: VerdictsAsked): boolean {
  const facets: VerdictFacets = facetsOf(verdict)
  const names = ['action', 'origin', 'page', 'network', 'country'] as const
  const isOfKind = kind === undefined || kind === facets.kind || (kind === ANY_KIND && facets.kind !== null)
  const isInTime = verdict.issuedAt >= from && verdict.issuedAt < to
  const isTold = tell === undefined || facets.tells.includes(tell)
  return isInTime && isOfKind && isTold && names.every((name) => wanted[name] === undefined || wanted[name] === facets[name])
}

/** @returns how many went. */
function dropMovements(log: Map<string, Entry>, now: EpochSeconds): number {
  const over = [...log].filter(([, { movement }]) => movement && movement.until <= now)
  for (const [jti, { verdict, until }] of over) log.set(jti, { verdict, until })
  return over.length
}

/** @param most records that outlast a `prune`; those that are kept for a day alone go first, and of the projects that have the most. */
export function createMemoryVerdicts(most: number): MemoryVerdicts {
  const log = new Map<string, Entry>()
  const isOf = (projectId: string, session: string) => (entry: Entry) =>
    entry.verdict.projectId === projectId && entry.verdict.session === session
  return {
    async record(verdict, until, movement) {
      log.set(verdict.jti, { verdict, until, movement })
    },
    async movementOf(projectId, jti, now) {
      const { verdict, movement } = log.get(jti) ?? {}
      return verdict?.projectId === projectId && movement && movement.until > now ? movement.text : undefined
    },
    async find(projectId, name) {
      for (const { verdict } of log.values()) {
        if (verdict.projectId === projectId && (verdict.jti === name || verdict.reference === name)) return verdict
      }
      return undefined
    },
    async recent(projectId, most) {
      const own = [...log.values()].map(({ verdict }) => verdict).filter((verdict) => verdict.projectId === projectId)
      return own.sort((a, b) => b.issuedAt - a.issuedAt).slice(0, most)
    },
    async latest(projectId, session) {
      const own = [...log.values()].filter(isOf(projectId, session)).map(({ verdict }) => verdict)
      return own.reduce<VerdictRecord | undefined>((newest, one) => (newest && newest.issuedAt > one.issuedAt ? newest : one), undefined)
    },
    ofSession: async (projectId, session, most) =>
      [...log.values()]
        .filter(isOf(projectId, session))
        .map(({ verdict }) => verdict)
        .sort(newestFirst)
        .slice(0, most),
    async page(projectId, asked, most) {
      const { before } = asked
      const own = [...log.values()]
        .map(({ verdict }) => verdict)
        .filter((verdict) => verdict.projectId === projectId && fits(verdict, asked))
      const all = own.sort(newestFirst)
      const start = before === undefined ? 0 : all.findIndex((verdict) => cursorOf(verdict) === before) + 1
      const verdicts = all.slice(start, start + most)
      const last = verdicts.length === most ? verdicts.at(-1) : undefined
      return { verdicts, next: last && cursorOf(last) }
    },
    namesOf: (projectId, session) =>
      [...log.values()].filter(isOf(projectId, session)).flatMap(({ verdict }) => [verdict.jti, verdict.reference]),
    erase: (projectId, session) => pruneMap(log, isOf(projectId, session)),
    prune(now) {
      const over = pruneMap(log, ({ until }) => until <= now) + dropMovements(log, now)
      const brief = new Map([...log].filter(([, entry]) => isBrief(entry)))
      const cheap = pruneSurplus(brief, Math.max(0, brief.size - Math.max(0, log.size - most)), ({ until }) => until, ownerOf)
      pruneMap(log, (entry) => isBrief(entry) && !brief.has(entry.verdict.jti))
      return over + cheap + pruneSurplus(log, most, ({ until }) => until, ownerOf)
    },
  }
}
