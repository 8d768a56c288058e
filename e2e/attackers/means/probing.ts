import { decodeJwt } from 'jose'
import { createChooser } from '../../hands/chooser.js'
import type { Loot, Target } from '../harness/attacker.js'
import { backedBy } from './backing.js'
import { followed, vary } from './possible.js'
import { robotTrace } from './robot-trace.js'
import { type Readings, readTrace, summarise } from './summary.js'
import { visit } from './visit.js'

/** How many questions a try may ask. */
const QUESTIONS = 40
/** Changed blindly, a few at a time: it acts as if it had never seen the card's weights. What no visit could say it does not ask. */
const CHANGES = 6
const RANKS: readonly string[] = ['allow', 'challenge', 'block']

/** What the answer gives away: the score where it still says one, in the body or in the token that everyone can read; else the action. */
function heightOf({ token, end }: Loot): number {
  const score = token === undefined ? undefined : decodeJwt(token).score
  const rank = RANKS.indexOf(end)
  return (rank < 0 ? RANKS.length : rank) + (typeof score === 'number' ? score : 0)
}

/** What an answer is taken for. @param again asks the same once more, with a new key in a new session */
export type MakeSure = (answer: Loot, again: () => Promise<Loot>) => Promise<Loot>

/** It is what it says. */
export const believe: MakeSure = async (answer) => answer

/** How it ended, and after how many questions. */
export interface Probing {
  readonly loot: Loot
  readonly questions: number
}

/** From a robot's summary on, by what the answers say, from one address and without work: forty questions at most, beside those that make sure. */
export async function probe(target: Target, n: number, makeSure: MakeSure): Promise<Probing> {
  const chooser = createChooser(`prober ${n}`)
  const events = robotTrace(chooser)
  const [{ readings: first, tally }, backing] = [readTrace(events, 6000), backedBy(events)]
  // Questions are free: nothing makes it work for them.
  const put = (readings: Readings) =>
    visit(target, { summary: target.meter.spend(() => summarise(readings, tally)), backing, address: n, shirks: true })
  const ask = async (readings: Readings) => makeSure(await put(readings), () => put(readings))
  let [readings, best, questions] = [first, await ask(first), 1]
  for (; questions < QUESTIONS && best.end !== 'allow'; questions++) {
    const next = target.meter.spend(() => vary(readings, tally, chooser, CHANGES, followed))
    const answer = await ask(next)
    if (heightOf(answer) > heightOf(best)) continue
    readings = next
    best = answer
  }
  return { loot: best, questions }
}
