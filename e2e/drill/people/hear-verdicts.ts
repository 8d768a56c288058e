import type { IncomingMessage } from 'node:http'
import type { Listener } from '../gate.js'
import { plainVerdict } from '../judge.js'
import type { SeenVerdict } from '../page/record-verdicts.js'

/** The most that is read of an answer, in bytes. */
const LONGEST = 100_000

/** What an attest-server told one browser. */
export interface Ear {
  readonly listen: Listener
  /** The last is the one that a form was sent with: the collector asks anew before it. */
  readonly verdicts: readonly SeenVerdict[]
}

/** Reads the answers of an attest-server as they pass the gate: whoever looks on from there needs nothing in the page. @param attest its origin, of `http:` */
export function createEar(attest: string): Ear {
  const verdicts: SeenVerdict[] = []
  const listen: Listener = ({ method, url: { origin, pathname } }, answer) => {
    if (method !== 'POST' || origin !== attest || pathname !== '/v1/attest' || answer.statusCode !== 200) return
    collect(answer, (body) => {
      const verdict = verdictIn(body)
      if (verdict) verdicts.push(verdict)
    })
  }
  return { listen, verdicts }
}

function collect(answer: IncomingMessage, done: (body: string) => void): void {
  const chunks: Buffer[] = []
  let length = 0
  answer.on('data', (chunk: Buffer) => {
    length += chunk.length
    if (length <= LONGEST) chunks.push(chunk)
  })
  answer.on('end', () => done(Buffer.concat(chunks).toString()))
}

/** Undefined where slices are asked for first, and for what is no answer of ours. */
function verdictIn(body: string): SeenVerdict | undefined {
  try {
    const { action, score, band, assurance, reference } = JSON.parse(body) as SeenVerdict
    return typeof action === 'string' ? plainVerdict({ status: 'ok', action, ...known({ score, band, assurance, reference }) }) : undefined
  } catch {
    return undefined
  }
}

const known = (fields: { [Name in 'score' | 'band' | 'assurance' | 'reference']: SeenVerdict[Name] | undefined }): Partial<SeenVerdict> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
