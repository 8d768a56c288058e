import type { Readable } from 'node:stream'
import { choose } from './drivers.js'
import { runFleet } from './fleet.js'
import { listDrivers } from './list.js'
import { type DrillOptions, readOptions, USAGE } from './options.js'
import { hostPeople } from './people/host-people.js'
import { openWindow } from './people/open-window.js'
import { visits } from './people/visits.js'
import { plain } from './plain.js'
import { listTokens, proveSites } from './prove-sites.js'
import { countsOf, type Drill, headline, isEnough, type Outcome, wrongOf } from './report/drill.js'
import { writeReport } from './report/write-report.js'
import { type Survey, survey } from './survey.js'

export type { Exchange } from './gate.js'
export type { Ending, Need, Step } from './job.js'
export { type Ingredients, missingHere } from './missing-here.js'
export type { SeenVerdict } from './page/record-verdicts.js'
export type { Remedy } from './remedies.js'
export { type BotRun, runBot, type Sighted } from './run-bot.js'

/** Exit codes of `vouchsafe drill`. */
export const DRILL_EXIT = { done: 0, under: 1, misused: 2, unproved: 3, impossible: 4 } as const

/** Where a drill speaks, results on one stream, progress and remarks on the other, and where it listens. */
export interface DrillOutput {
  out(line: string): void
  err(line: string): void
  /** Whether somebody watches: else there is no progress. */
  readonly isWatched: boolean
  /** What the person types whom `--people` asks; without it nobody is asked. */
  readonly input?: Readable
}

/**
 * `vouchsafe drill`: the bots of our own fleet against a page of the user's, and a report of who was stopped.
 *
 * @param argv what stands behind `drill`
 * @returns the exit code, see {@link DRILL_EXIT}. Never rejects for what a page, a driver or a server does.
 */
export async function runDrill(argv: readonly string[], environment: NodeJS.ProcessEnv, output: DrillOutput): Promise<number> {
  if (argv.length === 0 || argv.includes('--help') || argv.includes('-h')) {
    output.out(USAGE)
    return argv.length === 0 ? DRILL_EXIT.misused : DRILL_EXIT.done
  }
  let options: DrillOptions
  try {
    options = readOptions(argv)
    checkOnly(options)
  } catch (error) {
    output.err(`${plain((error as Error).message)} See "vouchsafe drill --help".`)
    return DRILL_EXIT.misused
  }
  if (options.task === 'list') return listDrivers(output)
  try {
    return await perform(options, environment, output)
  } catch (error) {
    output.err(plain((error as Error)?.message ?? error))
    return DRILL_EXIT.impossible
  }
}

/** @throws Error that says in one line whom `--only` names and nobody is */
function checkOnly(options: DrillOptions): void {
  try {
    choose(options)
  } catch (error) {
    const wantsPeople = !options.people && visits.some(({ name }) => options.only.includes(name))
    throw new Error(`--only: ${(error as Error).message}${wantsPeople ? ' People come with --people.' : ''}`)
  }
}

async function perform(options: DrillOptions, environment: NodeJS.ProcessEnv, output: DrillOutput): Promise<number> {
  if (options.task === 'token') return listTokens(options, environment, output)
  const places = await proveSites(options, environment, output)
  if (!places) return DRILL_EXIT.unproved
  const seen = await survey(places, options, environment)
  if (environment.VOUCHSAFE_SECRET_KEY && !seen.confidant)
    output.err(
      'The report says no reasons: VOUCHSAFE_SECRET_KEY goes only to a server that is named by --attest, over https or on this machine.',
    )
  return report(await drill(options, seen, environment, output), options, output)
}

async function drill(options: DrillOptions, seen: Survey, environment: NodeJS.ProcessEnv, output: DrillOutput): Promise<Drill> {
  const began = new Date()
  // People first: they are there now, and who comes after a fleet of bots from the same address is one of them.
  const people = await hosted(options, seen, environment, output)
  const fleet = await runFleet(options, seen, environment, (line) => output.isWatched && output.err(line))
  const took = Date.now() - began.getTime()
  return { url: options.url.href, attest: seen.attest, began, took, failUnder: options.failUnder, ...both(people, fleet) }
}

async function hosted(options: DrillOptions, seen: Survey, environment: NodeJS.ProcessEnv, { input, err }: DrillOutput): Promise<Outcome> {
  const chosen = choose(options).visits
  if (chosen.length === 0 || !input) return { runs: [], missing: [], refused: [] }
  return hostPeople(chosen, options, seen, environment, { input, say: err, open: openWindow })
}

const both = (a: Outcome, b: Outcome): Outcome => ({
  runs: [...a.runs, ...b.runs],
  missing: [...a.missing, ...b.missing],
  refused: [...new Set([...a.refused, ...b.refused])],
})

function report(result: Drill, options: DrillOptions, output: DrillOutput): number {
  const page = writeReport(options.out, result)
  const { runs, share } = countsOf(result)
  for (const { driver, needs } of result.missing)
    output.err(`not run: ${driver}: ${needs.what} is missing${needs.command ? `: ${needs.command}` : ''}`)
  if (result.refused.length > 0) output.err(`kept from ${result.refused.join(', ')}: if the page needs one of yours, name it with --allow`)
  const { bot, person } = wrongOf(result)
  if (bot.length > 0) output.err(`got through: ${bot.join(', ')}`)
  if (person.length > 0) output.err(`people who were stopped: ${person.join(', ')}`)
  output.out(`${headline(result)}${runs > 0 ? ` (${(100 * share).toFixed(0)} %)` : ''}. Report: ${page}`)
  if (runs === 0) return DRILL_EXIT.impossible
  return isEnough(result) ? DRILL_EXIT.done : DRILL_EXIT.under
}
