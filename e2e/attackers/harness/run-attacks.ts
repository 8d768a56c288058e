import type { Attack, Attacker, Cost, Loot, Target } from './attacker.js'
import { limited } from './limited.js'
import { type Meter, startMeter } from './meter.js'
import { unlessRefused } from './refused.js'
import type { RelyingParty } from './relying-party.js'

/** What came of an attacker. */
export interface Row {
  readonly attacker: string
  readonly tries: number
  readonly succeeded: number
  readonly rate: number
  readonly residual: boolean
  readonly ok: boolean
  /** How the tries ended, and how often: `accepted`, what the Relying Party said of the verdict, its action, or the problem's code. */
  readonly ends: Readonly<Record<string, number>>
  /** Of each success, preparations included; undefined where there was none. */
  readonly cost?: Cost
  /** What is wrong; undefined where it is `ok`. */
  readonly fault?: string
}

/** A target that nobody has attacked, and who judges what attackers bring. */
export interface Ground {
  readonly target: Omit<Target, 'meter' | 'tries'>
  readonly relyingParty: RelyingParty
  close(): Promise<void>
}

/** Where attackers find their targets. */
export interface Field {
  open(attacker: Pick<Attacker, 'name' | 'inBrowser' | 'isAskedForKey' | 'isFollowedUp'>): Promise<Ground>
}

const costs = ['cpu', 'hashes', 'seconds'] as const satisfies readonly (keyof Cost)[]

/** An attacker that is not residual may succeed once in a hundred tries. */
const MOST: number = 0.01
const AT_ONCE = 4
const ACCEPTED = 'accepted'

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** Success, defined once: a verdict that says `allow` and that the Relying Party accepts. */
async function endOf({ token, proof, end }: Loot, { judge }: RelyingParty): Promise<string> {
  return token === undefined ? end : judge(token, proof)
}

/** Every try's end, and how long it took in s; an attack that fails to run fails as a whole. */
function tryAll(attack: Attack, relyingParty: RelyingParty, tries: number, atOnce: number) {
  const once = limited(atOnce)
  const tryOnce = async (n: number) => {
    const since = performance.now()
    const loot = await unlessRefused(
      () => attack.attempt(n),
      (end): Loot => ({ end }),
    )
    return { seconds: (performance.now() - since) / 1000, end: await endOf(loot, relyingParty) }
  }
  return Promise.all(Array.from({ length: tries }, (_, n) => once(() => tryOnce(n))))
}

/** @returns undefined where nothing was had for it */
function costOf(meter: Meter, seconds: number, succeeded: number): Row['cost'] {
  if (succeeded === 0) return undefined
  const { cpu, hashes } = meter.read()
  const each = (sum: number, digits: number) => Math.round((sum / succeeded) * 10 ** digits) / 10 ** digits
  return { cpu: each(cpu, 1), hashes: each(hashes, 0), seconds: each(seconds, 2) }
}

function countsOf(ends: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const end of ends) counts[end] = (counts[end] ?? 0) + 1
  return counts
}

type Measured = Pick<Row, 'tries' | 'succeeded' | 'rate' | 'cost'>

/** @returns what is wrong, or undefined. What is residual fails, too: past its bounds, and when it is not residual any more. */
function faultOf({ residual }: Attacker, { tries, succeeded, rate, cost }: Measured): string | undefined {
  const share = `${succeeded} of ${tries} tries`
  if (!residual) return rate > MOST ? `${share} succeed` : undefined
  if (rate <= MOST) return `${share} succeed: fended off, so take \`residual\` away; or it is out of date`
  if (rate > residual.most) return `${share} succeed, more than ${residual.most}`
  const cheap = costs.find((name) => cost !== undefined && cost[name] < (residual.least[name] ?? 0))
  return cheap && `a verdict costs ${cost?.[cheap]} ${cheap}, less than ${residual.least[cheap]}`
}

async function runAttacker(attacker: Attacker, field: Field, wanted: number): Promise<Row> {
  const { name, residual, mostTries = wanted, atOnce = AT_ONCE } = attacker
  const [tries, meter] = [Math.min(wanted, mostTries), startMeter()]
  const head = { attacker: name, residual: residual !== undefined }
  let [ground, attack]: [Ground?, Attack?] = []
  try {
    ground = await field.open(attacker)
    attack = await attacker.start({ ...ground.target, meter, tries })
    const all = await tryAll(attack, ground.relyingParty, tries, atOnce)
    const ends = countsOf(all.map(({ end }) => end))
    const succeeded = ends[ACCEPTED] ?? 0
    const cost = costOf(
      meter,
      all.reduce((sum, { seconds }) => sum + seconds, 0),
      succeeded,
    )
    const measured = { tries, succeeded, rate: succeeded / tries, ...(cost && { cost }) }
    const fault = faultOf(attacker, measured)
    return { ...head, ...measured, ok: fault === undefined, ends, ...(fault !== undefined && { fault }) }
  } catch (error) {
    return { ...head, tries: 0, succeeded: 0, rate: 0, ok: false, ends: {}, fault: `could not run: ${messageOf(error)}` }
  } finally {
    await attack?.stop?.()
    await ground?.close()
  }
}

/**
 * @param tries of each attacker, or fewer where it says so
 * @param lanes attackers at the same time
 * @param note told of each row as it comes
 * @returns rows in the order of the list
 */
export function runAttacks(
  attackers: readonly Attacker[],
  field: Field,
  tries: number,
  lanes: number,
  note: (row: Row) => void = () => {},
): Promise<Row[]> {
  const once = limited(lanes)
  const run = async (attacker: Attacker) => {
    const row = await runAttacker(attacker, field, tries)
    note(row)
    return row
  }
  return Promise.all(attackers.map((attacker) => once(() => run(attacker))))
}
