import { ok } from '../../shared/result.js'
import { clock } from '../compose/compose-deps.js'
import { enableScoring } from '../core/control/scoring.js'
import { DEFERRED_OF_PROJECT, readDeferred } from '../core/deferral/deferral.js'
import { MOST_MOVEMENT_HOURS } from '../core/reveal/kept-slices.js'
import { readUsage } from '../routes/control/read-usage.js'
import type { ProjectSettings, SettingsChanges } from '../stores/ports.js'
import { type Answer, block, misuse } from './answer.js'
import { type Desk, projectOf } from './desk.js'
import type { Options } from './parse-arguments.js'

const toggles = {
  'allow-verified': 'allowVerified',
  'protect-static': 'protectStatic',
  'block-definite': 'blockDefinite',
  'challenge-likely': 'challengeLikely',
  'delay-enforcement': 'delayEnforcement',
} as const satisfies Partial<Record<keyof Options, keyof SettingsChanges>>
const toggleNames = Object.keys(toggles) as readonly (keyof typeof toggles)[]

const shown = ({ scoringEnabledAt, rev: _, ...settings }: ProjectSettings) => ({ ...settings, scoring: scoringEnabledAt !== undefined })

function linesOf(name: string, settings: ProjectSettings): string[] {
  const rows = toggleNames.map((toggle) => [toggle, settings[toggles[toggle]] ? 'on' : 'off'] as const)
  const scoring = settings.scoringEnabledAt === undefined ? 'off' : 'on'
  const numbers = { threshold: String(settings.threshold), 'keep-movement': `${settings.keepMovementHours} hours` }
  return block(name, { scoring, ...numbers, ...Object.fromEntries(rows) })
}

export async function showSettings(options: Options, desk: Desk): Promise<Answer> {
  const project = await projectOf(options, desk)
  if (!project.ok) return project
  const settings = await desk.stores.settings.of(project.value.id)
  return ok({ data: shown(settings), lines: linesOf(project.value.name, settings) })
}

export async function setSettings(options: Options, desk: Desk): Promise<Answer> {
  const { threshold, 'keep-movement': hours } = options
  const given = toggleNames.filter((toggle) => options[toggle] !== undefined)
  const faults = given.filter((toggle) => !/^(on|off)$/.test(options[toggle]!)).map((toggle) => `--${toggle} must be on or off.`)
  if (threshold !== undefined && !/^[1-9]\d?$/.test(threshold)) faults.push('--threshold must be a whole number from 1 to 99.')
  if (hours !== undefined && !(/^\d{1,3}$/.test(hours) && Number(hours) <= MOST_MOVEMENT_HOURS))
    faults.push(`--keep-movement must be a whole number of hours, ${MOST_MOVEMENT_HOURS} at most.`)
  if (faults.length > 0) return misuse(...faults)
  if (given.length === 0 && threshold === undefined && hours === undefined) return misuse('Nothing to set.')
  const project = await projectOf(options, desk)
  if (!project.ok) return project
  const switched = Object.fromEntries(given.map((toggle) => [toggles[toggle], options[toggle] === 'on']))
  const changes: SettingsChanges = {
    ...switched,
    ...(threshold === undefined ? {} : { threshold: Number(threshold) }),
    ...(hours === undefined ? {} : { keepMovementHours: Number(hours) }),
  }
  const settings = await desk.stores.settings.change(project.value.id, changes)
  return ok({ data: shown(settings), lines: linesOf(project.value.name, settings) })
}

/** Again, it changes nothing. */
export async function turnScoringOn(options: Options, desk: Desk): Promise<Answer> {
  const project = await projectOf(options, desk)
  if (!project.ok) return project
  const { name, siteKey } = project.value
  const secretKey = await enableScoring(project.value, desk.control, clock())
  const remarks = secretKey === undefined ? ['Scoring was on already.'] : ['The project’s older secret key is worthless from now on.']
  return ok({
    data: { siteKey, ...(secretKey === undefined ? {} : { secretKey }) },
    lines: block(name, { 'site key': siteKey, 'secret key': secretKey }),
    remarks,
  })
}

export async function showUsage(options: Options, desk: Desk): Promise<Answer> {
  const project = await projectOf(options, desk)
  if (!project.ok) return project
  const keys = await readUsage(await desk.control.keys.list(project.value.id), desk.stores.counters, clock())
  const deferred = await readDeferred(project.value.id, desk.stores.counters, clock())
  const data = keys.map(({ key: { id, name, tier }, api, windows }) => ({ id, kind: api, name, tier, windows }))
  const lines = data.flatMap(({ id, kind, tier, windows }) => [
    `${id} (${kind}, ${tier})`,
    ...windows.map(({ name, window, used, limit }) => `  ${name}: ${used} of ${limit} in ${window} seconds`),
  ])
  const ofToday = `verdicts that were deferred today (UTC): ${deferred} of ${DEFERRED_OF_PROJECT}`
  return ok({ data: { keys: data, deferred }, lines: [...(lines.length > 0 ? lines : ['There are no keys.']), ofToday] })
}
