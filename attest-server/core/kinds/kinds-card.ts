import { row } from '../../../shared/scorecard/row.js'
import type { Condition, Family, Row, Scorecard } from '../../../shared/scorecard/scorecard.js'
import { tellRows } from '../../../shared/scorecard/tell-rows.js'
import type { Llr } from '../../../shared/units.js'
import type { Kind } from './kind.js'

type Named = Exclude<Kind, 'unknown'>

/** What `unknown` weighs: a kind that does not outweigh it is not named. */
export const UNKNOWN_WEIGHT: Llr = 1

const most = (max: Llr): Family => ({ engine: 'heuristic', min: -6, max })

/** A kind is a family of clues. That a framework is at work is proved easily and says least: it goes no higher than what others reach. */
const families: Readonly<Record<Named, Family>> = {
  'framework-automation': most(2.5),
  replay: most(5),
  scraping: most(5),
  'form-spam': most(5),
  'credential-stuffing': most(5),
  'account-takeover': most(5),
  'click-fraud': most(5),
  'ai-agent': most(5),
}

/** Families of tells that frameworks show: whatever is found there speaks for one, as strongly as it speaks for a bot. */
const FRAMEWORK: ReadonlySet<string> = new Set(['proof', 'listener', 'interception', 'realms', 'disguise', 'emulation', 'launch'])

const JUDGED = 'judged by what each kind has to do, and looked at on the fleet'
const clue = (kind: Named, id: Row['id'], edges: readonly number[], llrs: readonly Llr[]): Row => row(id, kind, edges, llrs, JUDGED)

const framework: readonly Row[] = [
  ...tellRows.filter(({ family }) => FRAMEWORK.has(family)).map((tell) => ({ ...tell, family: 'framework-automation' })),
  clue('framework-automation', 'http.user-agent-library', [1, 2], [0, 2, 1]),
  clue('framework-automation', 'input.press-pressureless', [0.5], [0, 2]),
  clue('framework-automation', 'input.key-shiftless', [0.2], [0, 1.5]),
  clue('framework-automation', 'input.wheel-inconsistent', [0.3], [0, 1.5]),
  clue('framework-automation', 'input.submit-handless', [0.5], [0, 1]),
]

/** Moves like a person, and yet not by hand: the one alone says nothing. */
const byProgram: Condition = { id: 'input.press-pressureless', from: 0.5, below: Infinity }
const replay: readonly Row[] = [
  clue('replay', 'session.repeats', [3], [0, 3]),
  clue('replay', 'input.press-pressureless', [0.5], [0, 1.2]),
  { ...clue('replay', 'input.movement-speed-variation', [0.3, 0.6], [-2, 0, 0.8]), when: [byProgram] },
  { ...clue('replay', 'input.movement-speed-entropy', [0.45, 0.75], [-2, 0, 0.8]), when: [byProgram] },
  { ...clue('replay', 'input.movement-speed-peaks', [1, 2.5], [-1, 0, 0.6]), when: [byProgram] },
]

/** Reads, and asks for nothing. */
const scraping: readonly Row[] = [
  clue('scraping', 'http.user-agent-library', [2], [0, 1.8]),
  clue('scraping', 'tell.declared', [1], [0, 1.5]),
  clue('scraping', 'visit.reading', [1], [0, 1.2]),
  clue('scraping', 'visit.inputs', [1], [0.8, -3]),
  clue('scraping', 'visit.submits', [1], [0, -3]),
  clue('scraping', 'visit.scrolls', [1], [0, 0.8]),
]

/** Fills in what anybody may fill in, faster than it can be written. */
const formSpam: readonly Row[] = [
  clue('form-spam', 'visit.sign-up', [1], [0, 1]),
  clue('form-spam', 'visit.message', [1], [0, 1.4]),
  clue('form-spam', 'visit.submits', [1], [-0.5, 0.8]),
  clue('form-spam', 'visit.untrusted', [1], [0, 0.8]),
  clue('form-spam', 'input.input-keyless', [0.5], [0, 1]),
  clue('form-spam', 'input.key-interval', [40], [0.6, 0]),
  clue('form-spam', 'input.submit-handless', [0.5], [0, 0.8]),
]

/** Tries one pair of name and password after the other: filled at once, often. */
const credentialStuffing: readonly Row[] = [
  clue('credential-stuffing', 'visit.log-in', [1], [0, 1.4]),
  clue('credential-stuffing', 'visit.submits', [1, 2], [-0.5, 0.8, 1.6]),
  clue('credential-stuffing', 'session.evidence-pace', [5, 15], [0, 0.8, 1.6]),
  clue('credential-stuffing', 'input.input-keyless', [0.5], [0, 0.8]),
  clue('credential-stuffing', 'input.key-interval', [40], [0.6, 0]),
  clue('credential-stuffing', 'http.user-agent-library', [2], [0, 0.6]),
]

/** Takes its time with one account, from a device that was never seen with it. */
const accountTakeover: readonly Row[] = [
  clue('account-takeover', 'visit.account', [1], [0, 2]),
  clue('account-takeover', 'visit.log-in', [1], [0, 1]),
  clue('account-takeover', 'visit.submits', [1, 2], [-0.5, 0.6, 0]),
  clue('account-takeover', 'visit.pastes', [1], [0, 0.3]),
  clue('account-takeover', 'input.key-interval', [60], [-0.5, 0.8]),
  clue('account-takeover', 'device.age', [1], [0.3, -0.5]),
]

/** Presses what pays for being pressed, and nothing else. */
const clickFraud: readonly Row[] = [
  clue('click-fraud', 'visit.click', [1], [0, 2]),
  clue('click-fraud', 'visit.presses', [1, 5], [-2, 0.5, 1.2]),
  clue('click-fraud', 'visit.inputs', [1], [0.3, -3]),
  clue('click-fraud', 'input.press-teleports', [0.9], [0, 0.6]),
]

/** Looks at the page, thinks, aims at the middle, and inserts whole texts. */
const aiAgent: readonly Row[] = [
  clue('ai-agent', 'visit.pause', [3, 8], [-1, 1, 1.6]),
  clue('ai-agent', 'input.press-centred', [0.9], [0, 0.9]),
  clue('ai-agent', 'input.input-keyless', [0.5], [0, 0.9]),
  clue('ai-agent', 'input.press-teleports', [0.9], [0, 0.3]),
]

/**
 * Which observations speak for which kind, given that it is a bot. A scorecard like the others, whose families are the kinds; the weights
 * are ln likelihood ratios against "some other bot", set by hand.
 */
export const kindsCard: Scorecard = {
  version: 'kinds-1',
  prior: 0,
  takesBack: Infinity,
  causes: {},
  families,
  rows: [...framework, ...replay, ...scraping, ...formSpam, ...credentialStuffing, ...accountTakeover, ...clickFraud, ...aiAgent],
  hardRules: [],
}
