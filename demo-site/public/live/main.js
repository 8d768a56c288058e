// @ts-check
import { linkCode, remember } from '../tour/remember.js'
import { byId, counted, make, percent, write } from './dom.js'
import { featureTable, tellTable } from './facts.js'
import { growthOf } from './grows.js'
import { showServerView } from './server-view.js'
import { drawTrace } from './trace.js'
import { verdictView } from './verdict.js'
import { drawWaterfall } from './waterfall.js'

/**
 * @typedef {{ status: string, action: string, token?: string, score?: number, band?: string, assurance?: string, reference?: string }} Attestation
 * @typedef {{
 *   tells: ReadonlyMap<string, import('./facts.js').Observation>, features: ReadonlyMap<string, import('./facts.js').Observation>,
 *   tally?: Readonly<Record<string, number>>, report?: import('./waterfall.js').Report,
 * }} Inspection
 * @typedef {{ attest(action?: string): Promise<Attestation>, verdict(): Attestation | undefined, inspect(): Inspection }} Collector
 */

/** Four times a second: quick enough to watch, slow enough to read. */
const REFRESH = 250
/** A collector that is not there by then does not come. */
const PATIENCE = 8000

/** @returns {Collector | undefined} */
const collector = () => /** @type {Window & { vouchsafe?: Collector }} */ (window).vouchsafe

const putFeatures = featureTable(byId('features'))
const putGrowth = growthOf(byId('grows'))
const putTells = tellTable(byId('tells'))
const verdict = verdictView()
/** @type {HTMLButtonElement} */
const again = byId('again')

/** @param {number} posterior */
function inWords(posterior) {
  if (posterior < 0.2) return 'By what this page knows, you are a person.'
  if (posterior < 0.5) return 'Probably a person. A little movement would help.'
  if (posterior < 0.9) return 'Not clear: this looks somewhat like a program.'
  return 'This looks like a program.'
}

/** @param {Inspection} inspection */
function showInspection({ tells, features, tally, report }) {
  // Its other half is still on its way.
  if (!tally || !report) return
  const words = inWords(report.posterior)
  write(byId('posterior'), percent(report.posterior))
  // Ln odds, so that 1 % and 0.1 % do not fall together: the scale reaches from −6 to 6.
  byId('needle').style.left = `${50 + (50 * Math.max(-6, Math.min(6, report.llr))) / 6}%`
  write(byId('in-words'), words)
  write(byId('announce'), words)
  drawWaterfall(byId('waterfall'), report)
  // Several rows may weigh one feature: under different conditions.
  const weights = new Map()
  for (const { id, llr } of report.contributions) weights.set(id, llr + (weights.get(id) ?? 0))
  write(byId('features-count'), putFeatures(features, weights, tally))
  putGrowth(features)
  const heaviest = [...weights].filter(([id]) => features.get(id)?.state === 'ok').sort(([, a], [, b]) => Math.abs(b) - Math.abs(a))[0]
  if (heaviest) remember({ you: heaviest[0] })
  write(byId('tells-count'), putTells(tells))
  const { moves = 0, presses = 0, keys = 0, scrolls = 0 } = tally
  const seen = [counted(moves, 'movement'), counted(presses, 'press', 'presses'), counted(keys, 'key'), counted(scrolls, 'scroll event')]
  write(byId('tally'), `${seen.join(', ')} so far.`)
}

/** @type {Readonly<Record<string, string>>} */
const actionWords = { allow: 'Allow', challenge: 'Challenge', block: 'Block' }

/** @param {Attestation} attestation */
function showAttestation({ status, action, token, score = 0, band, assurance, reference }) {
  const has = token !== undefined
  byId('action').dataset.action = has ? action : 'none'
  write(byId('action'), has ? (actionWords[action] ?? action) : 'No verdict')
  if (!has) {
    write(byId('verdict-words'), `The page goes on as if nothing had happened. Status: ${status}.`)
    return
  }
  const { test } = verdict.show(token)
  const words = [`${percent(score)}, ${band}; ${assurance} evidence. Reference `, make('span', { class: 'whole' }, `${reference}`), '.']
  const note = make(
    'strong',
    { class: 'test' },
    'A test verdict: this site’s key is one for tests, which says the same of everybody, whatever the evidence.',
  )
  byId('verdict-words').replaceChildren(...words, ...(test ? [note] : []))
  void showServerView(token)
}

function refresh() {
  const running = collector()
  again.disabled = !running || again.dataset.busy === 'true'
  byId('away').hidden = running !== undefined || performance.now() < PATIENCE
  if (running && !document.hidden) showInspection(running.inspect())
  verdict.tick()
}

async function askAgain() {
  again.dataset.busy = 'true'
  again.disabled = true
  // The answer comes by the event below, as every other.
  await collector()?.attest('live')
  again.dataset.busy = 'false'
}

again.addEventListener('click', () => void askAgain())
document.addEventListener('vouchsafe:verdict', (event) => showAttestation(/** @type {CustomEvent<Attestation>} */ (event).detail))

drawTrace(/** @type {HTMLCanvasElement} */ (byId('trace')))
linkCode()
const known = collector()?.verdict()
if (known) showAttestation(known)
setInterval(refresh, REFRESH)
refresh()
