import { pause } from '../support/robots/robot.js'
import { choose } from './drivers.js'
import { explain } from './explain.js'
import { openGate } from './gate.js'
import type { Ending, Job } from './job.js'
import { judge } from './judge.js'
import { openDisplay } from './open-display.js'
import type { DrillOptions } from './options.js'
import { remedyFor } from './remedies.js'
import type { Outcome, Run } from './report/drill.js'
import { endRuns, startRun } from './start-run.js'
import type { Survey } from './survey.js'

/** Of the beginnings of two runs, in ms: whatever the drivers do, a page is opened no more often than this. */
const APART = 1000

/** Runs every driver that the machine has. Each waits for its turn; what is missing for one is found out at its first run, and the others are left out. */
export async function runFleet(
  options: DrillOptions,
  { attest, siteKey, places, pins, confidant }: Survey,
  environment: NodeJS.ProcessEnv,
  say: (line: string) => void,
): Promise<Outcome> {
  const chosen = choose(options).bots
  if (chosen.length === 0) return { runs: [], missing: [], refused: [] }
  let isStopped = false
  const gate = await openGate(places)
  const display = await openDisplay(environment)
  const left = Array.from({ length: options.runs }, (_, i) => i + 1).flatMap((run) => chosen.map((driver) => ({ driver, run })))
  const all = left.length
  const stop = () => {
    left.length = 0
    isStopped = true
    endRuns()
  }
  const [runs, missing] = [[] as Run[], new Map<string, Outcome['missing'][number]>()]
  let turn = Promise.resolve()
  let begun = 0
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop)

  async function perform(driver: string, run: number): Promise<void> {
    turn = turn.then(() => (begun++ > 0 ? pause(APART) : undefined))
    await turn
    const { url, form, texts } = options
    const job: Job = { driver, url: url.href, attest, siteKey, texts, ...(form && { form }), ...(display && { display: display.name }) }
    const started = Date.now()
    const ending = await startRun(job, { port: gate.port, pins })
    if (ending.outcome === 'missing') return void missing.set(driver, { driver, needs: remedyFor(ending.needs) })
    const done: Run = { driver, kind: 'bot', run, ms: Date.now() - started, ...outcomeOf(ending) }
    const reasons = done.reference ? await explain(confidant, done.reference, environment.VOUCHSAFE_SECRET_KEY) : undefined
    runs.push({ ...done, ...(reasons && { reasons }) })
    say(`${runs.length + missing.size}/${all}  ${driver}  ${done.action}  ${(done.ms / 1000).toFixed(1)} s  ${done.note}`)
  }
  const worker = async () => {
    for (let next = left.shift(); next; next = left.shift()) if (!missing.has(next.driver)) await perform(next.driver, next.run)
  }
  try {
    await Promise.all(Array.from({ length: options.atOnce }, worker))
    if (isStopped) throw new Error('The drill was broken off.')
    return { runs: runs.sort(inOrder), missing: [...missing.values()], refused: [...gate.refused] }
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.removeListener(signal, stop)
    await display?.stop()
    await gate.stop()
  }
}

/** What one run came to, with what its window showed. */
function outcomeOf(ending: Exclude<Ending, { outcome: 'missing' }>): Pick<Run, 'action' | 'note' | 'screenshot'> {
  const picture = ending.screenshot === undefined ? {} : { screenshot: ending.screenshot }
  return ending.outcome === 'broke' ? { action: 'none', note: ending.fault, ...picture } : { ...judge(ending.verdict), ...picture }
}

const inOrder = (a: Run, b: Run): number => a.driver.localeCompare(b.driver) || a.run - b.run
