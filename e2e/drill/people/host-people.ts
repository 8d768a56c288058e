import type { Readable } from 'node:stream'
import { withTemporaryFolder } from '../../support/machine/chromium.js'
import { findTool } from '../../support/machine/tools.js'
import { explain } from '../explain.js'
import { type Gate, openGate } from '../gate.js'
import { judge } from '../judge.js'
import type { DrillOptions } from '../options.js'
import type { SeenVerdict } from '../page/record-verdicts.js'
import { type Remedy, remedyFor } from '../remedies.js'
import type { Outcome, Run } from '../report/drill.js'
import type { Survey } from '../survey.js'
import { createEar } from './hear-verdicts.js'
import type { OpenWindow } from './open-window.js'
import { type TypedLines, typedLines } from './typed-lines.js'
import type { Visit } from './visits.js'

/** For a person to begin, to sign up, and to say what came of it, in ms each. */
const LONGEST = 300_000

/** Nobody made it: a visit that was not made says nothing. */
const NOBODY: Remedy = { what: 'somebody who makes the visit' }
const SCREEN: Remedy = { what: 'a desk: a screen, and somebody before it' }

/** What a person answers where no verdict can be read on the way. */
const WORDS: Readonly<Record<string, string>> = { l: 'allow', c: 'challenge', b: 'block' }

/** Where people are asked, and answer. */
export interface Desk {
  readonly input: Readable
  say(line: string): void
  readonly open: OpenWindow
}

/**
 * Asks the person before the machine for one visit of each kind, in plain browsers that it opens one after the other.
 *
 * What came of a visit is read on its way where the attest-server speaks plain http. Over https the browser goes as it likes, for to look on there
 * would be to stand between: then the person is asked.
 */
export async function hostPeople(
  wanted: readonly Visit[],
  { url }: DrillOptions,
  survey: Survey,
  environment: NodeJS.ProcessEnv,
  { input, say, open }: Desk,
): Promise<Outcome> {
  const lines = typedLines(input)
  const stop = new AbortController()
  const abort = () => stop.abort()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, abort)
  const [runs, missing, refused] = [[] as Run[], [] as Outcome['missing'][number][], new Set<string>()]
  try {
    for (const [index, visit] of wanted.entries()) {
      const needs = missingFor(visit, environment)
      if (!needs) say(`\nVisit ${index + 1} of ${wanted.length}: sign up once at ${url.href} ${visit.how}.`)
      const seen = needs ? undefined : await host(visit, url.href, survey, { lines, say, open, stop: stop.signal })
      if (stop.signal.aborted) throw new Error('The drill was broken off.')
      if (!seen) missing.push({ driver: visit.name, needs: needs ?? NOBODY })
      else {
        const reasons = seen.run.reference && (await explain(survey.confidant, seen.run.reference, environment.VOUCHSAFE_SECRET_KEY))
        runs.push({ ...seen.run, ...(reasons && { reasons }) })
        for (const name of seen.refused) refused.add(name)
      }
    }
    return { runs, missing, refused: [...refused] }
  } finally {
    lines.close()
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.removeListener(signal, abort)
  }
}

/** Without a screen there is nobody to ask. Windows and macOS always have one. */
function missingFor({ program }: Visit, { DISPLAY, WAYLAND_DISPLAY }: NodeJS.ProcessEnv): Remedy | undefined {
  if (process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY) return SCREEN
  return findTool(program) ? undefined : remedyFor({ program })
}

interface Asking extends Omit<Desk, 'input'> {
  readonly lines: TypedLines
  readonly stop: AbortSignal
}

/** @returns undefined where nobody made the visit */
async function host(
  visit: Visit,
  url: string,
  { attest, places }: Survey,
  asking: Asking,
): Promise<{ readonly run: Run; readonly refused: Iterable<string> } | undefined> {
  const { lines, say, stop } = asking
  const next = () => lines.next(stop, AbortSignal.timeout(LONGEST))
  say('Enter opens the browser; s and Enter skips this visit.')
  if ((await next()) !== '') return undefined
  const ear = createEar(attest)
  const isRead = attest.startsWith('http:')
  const gate: Gate | undefined = isRead ? await openGate(places, ear.listen) : undefined
  const started = Date.now()
  try {
    const isMade = await withTemporaryFolder((folder) => sit(visit, folder, url, gate?.port, asking))
    if (!isMade) return undefined
    const ms = Date.now() - started
    const word = isRead ? undefined : await askFor(next, say)
    if (!isRead && word === undefined) return undefined
    const run: Run = { driver: visit.name, kind: 'person', run: 1, ms, ...(word ? told(word) : heard(ear.verdicts)) }
    say(`${visit.name}  ${run.action}  ${run.note}`)
    return { run, refused: gate?.refused ?? [] }
  } finally {
    await gate?.stop()
  }
}

/** Until the person says so, or closes the window. @returns false where the visit was skipped, or took too long */
async function sit(
  visit: Visit,
  folder: string,
  url: string,
  port: number | undefined,
  { lines, say, open, stop }: Asking,
): Promise<boolean> {
  const window = open(visit, folder, url, port)
  const closed = new AbortController()
  void window.exit.then(() => closed.abort())
  const late = AbortSignal.timeout(LONGEST)
  try {
    say('Sign up. When you see what came of it, close the window, or press Enter here; s and Enter skips.')
    const line = await lines.next(stop, closed.signal, late)
    if (late.aborted) say('Five minutes are over: this visit does not count.')
    return line === '' || (closed.signal.aborted && !stop.aborted)
  } finally {
    await window.stop()
  }
}

async function askFor(next: () => Promise<string | undefined>, say: (line: string) => void): Promise<string | undefined> {
  say('What came of it cannot be read over https. Were you let through (l), challenged (c) or blocked (b)? Anything else skips.')
  return WORDS[(await next()) ?? '']
}

type Judged = Pick<Run, 'action' | 'note'>

const told = (action: string): Judged => ({ ...judge({ status: 'ok', action }), note: 'as the person says' })

/** Of several verdicts the last one counts, and the note says them all where they differ. */
function heard(verdicts: readonly SeenVerdict[]): Judged {
  const judged = judge(verdicts.at(-1))
  const actions = verdicts.map(({ action }) => action)
  return new Set(actions).size > 1 ? { ...judged, note: `in turn: ${actions.slice(-10).join(', ')}` } : judged
}
