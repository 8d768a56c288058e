/** What came of a fault, as it is found out. */
export interface Findings {
  /** It happened once more. */
  ran(): void
  /** Something was acknowledged, and is not there. */
  lost(what: string): void
  /** Something happened twice that may happen once. */
  repeated(what: string): void
  /** A client saw what no document says. */
  wrong(what: string): void
  /** From the end of a fault until every kind of request succeeded again, in ms. */
  recovered(ms: number): void
  /** What else is worth to be read: `replayed` `12`. Those of the same name are summed. */
  note(name: string, count: number): void
  read(): Found
}

export interface Found {
  readonly runs: number
  readonly lost: number
  readonly repeated: number
  /** The longest; undefined where nothing had to recover. */
  readonly recoveredMs?: number
  readonly medianMs?: number
  readonly notes: Readonly<Record<string, number>>
  /** The first few of what is wrong, lost or repeated, in words. */
  readonly faults: readonly string[]
  readonly ok: boolean
}

const MOST_FAULTS = 12

function spanOf(times: readonly number[]): Pick<Found, 'recoveredMs' | 'medianMs'> {
  if (times.length === 0) return {}
  const sorted = [...times].sort((a, b) => a - b)
  return { recoveredMs: Math.round(sorted.at(-1)!), medianMs: Math.round(sorted[Math.floor(sorted.length / 2)]!) }
}

export function createFindings(): Findings {
  const counts = { runs: 0, lost: 0, repeated: 0, wrong: 0 }
  const [times, faults, notes]: [number[], string[], Record<string, number>] = [[], [], {}]
  const note = (count: 'lost' | 'repeated' | 'wrong') => (what: string) => {
    counts[count]++
    if (faults.length < MOST_FAULTS) faults.push(`${count}: ${what}`)
  }
  return {
    ran() {
      counts.runs++
    },
    lost: note('lost'),
    repeated: note('repeated'),
    wrong: note('wrong'),
    recovered: (ms) => void times.push(ms),
    note(name, count) {
      notes[name] = (notes[name] ?? 0) + count
    },
    read() {
      const { runs, lost, repeated } = counts
      return { runs, lost, repeated, ...spanOf(times), notes, faults, ok: runs > 0 && faults.length === 0 }
    },
  }
}
