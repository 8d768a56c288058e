import { ask, type Place } from './ask.js'
import { plain } from './plain.js'

/** What weighed most in a verdict. */
export interface Reasons {
  /** What it looks like: `automated-browser`, … */
  readonly kind?: string
  readonly contributions: readonly { readonly id: string; readonly llr: number }[]
}

/** As many as are shown. */
const MOST = 8
/** The most that is read of an explanation, in bytes. */
const LONGEST = 500_000

/**
 * Why a verdict was as it was, which only the holder of the project's secret key is told.
 * @param confidant of the survey: the key goes there and nowhere else
 * @returns undefined without one or without a key, and where the server does not say
 */
export async function explain(
  confidant: Place | undefined,
  reference: string,
  secretKey: string | undefined,
): Promise<Reasons | undefined> {
  if (!confidant || !secretKey) return undefined
  try {
    const url = new URL(`/v1/verdicts/${encodeURIComponent(reference)}`, confidant.url)
    const { status, body } = await ask({ ...confidant, url }, LONGEST, { authorization: `Bearer ${secretKey}` })
    return status === 200 ? readReasons(JSON.parse(body)) : undefined
  } catch {
    // The report goes without: its verdicts are as good.
    return undefined
  }
}

function readReasons(value: unknown): Reasons | undefined {
  const { contributions, kind } = (value ?? {}) as { contributions?: unknown; kind?: unknown }
  if (!Array.isArray(contributions)) return undefined
  const known = contributions.filter(
    (each): each is { id: string; llr: number } => typeof each?.id === 'string' && typeof each?.llr === 'number',
  )
  const heaviest = known.sort((a, b) => b.llr - a.llr).slice(0, MOST)
  const named = typeof kind === 'string' ? kind : (kind as { name?: unknown } | undefined)?.name
  return {
    ...(typeof named === 'string' && { kind: plain(named, 60) }),
    contributions: heaviest.map(({ id, llr }) => ({ id: plain(id, 60), llr })),
  }
}
