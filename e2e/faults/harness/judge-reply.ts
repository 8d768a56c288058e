import { isFailOpen, type Reply } from './client.js'
import type { WorkName } from './work.js'

const codeOf = (json: unknown): string | undefined => {
  const { code, 'error-codes': codes } = (json ?? {}) as { readonly code?: string; readonly 'error-codes'?: readonly string[] }
  return code ?? codes?.[0]
}

/** In the words of each surface: the store does not answer. */
const UNAVAILABLE: ReadonlySet<string | undefined> = new Set(['unavailable', 'SERVICE_UNAVAILABLE', 'internal-error'])

/**
 * Whether a client is told what the documents say of a server that cannot do what it is asked: a verdict that is read lets pass, all else
 * is refused with a code and a hint when to try again. Where no server is left, or one was cut off, there is no answer.
 * @param mayForget the store may have lost claims: a challenge from before is refused then, as one that was used, and a new one is worth a try
 * @returns what is wrong with it
 */
export function judgeReply(work: WorkName, reply: Reply, isDone: boolean, mayForget = false): string | undefined {
  const { status, json, retryAfter, error } = reply
  const said = `${work}: ${status} ${JSON.stringify(json)?.slice(0, 160) ?? ''}`
  if (status === 0) return error?.includes('no answer within') ? `${work}: ${error}` : undefined
  if (work === 'read') {
    const isVerdict = isFailOpen(reply) || typeof (json as { readonly score?: unknown } | undefined)?.score === 'number'
    return isDone && isVerdict ? undefined : said
  }
  if (isDone) return undefined
  if (mayForget && status === 409 && codeOf(json) === 'challenge-used') return undefined
  if (status !== 503) return said
  if (!UNAVAILABLE.has(codeOf(json))) return `${said}: no code that says so`
  return retryAfter === undefined ? `${said}: no hint when to try again` : undefined
}
