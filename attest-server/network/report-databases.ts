import type { SourceStatus } from './databases/source.js'

/** One line about the databases: an event of the log. */
export interface DatabaseReport {
  readonly event: 'network-unknown' | 'network-database'
  readonly isFault: boolean
  readonly fields: Readonly<Record<string, string | number>>
}

const DAY = 86_400

function reportOf({ name, kind, state, age, entries, fault }: SourceStatus): DatabaseReport {
  const known = {
    ...(kind !== null && { kind }),
    ...(entries !== null && { entries }),
    ...(age !== null && { ageDays: Math.floor(age / DAY) }),
  }
  return { event: 'network-database', isFault: fault !== null, fields: { name, state, ...known, ...(fault !== null && { fault }) } }
}

/**
 * Says of each database what it holds and how old it is, once, and again only when that changes: a new file, or one that cannot be read.
 * Where there are none, it says so once: everything about networks is then unknown.
 * @returns what is new since it was asked last
 */
export function createDatabaseReports(statuses: () => readonly SourceStatus[]): () => readonly DatabaseReport[] {
  let said: readonly string[] | undefined
  return () => {
    const now = statuses()
    const marks = now.map(({ built, state, fault }) => JSON.stringify([built, state, fault]))
    const fresh = now.filter((_, i) => marks[i] !== said?.[i])
    const isFirst = said === undefined
    said = marks
    return isFirst && now.length === 0 ? [{ event: 'network-unknown', isFault: false, fields: { databases: 0 } }] : fresh.map(reportOf)
  }
}
