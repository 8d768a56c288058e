// @ts-check
import { nameOf } from '/words.js'
import { byId, make, percent, signed, write } from '../live/dom.js'
import { reasonsOf } from '../live/reasons.js'
import { drawWaterfall } from '../live/waterfall.js'
import { lineOf, outcomeOf } from './lines.js'
import { remember } from './remember.js'

/** @typedef {import('../../tour/happening.js').Happening} Happening */
/** @typedef {import('../live/server-view.js').Explanation} Explanation */

const picture = /** @type {HTMLImageElement} */ (byId('picture'))
let bot = ''
let action = ''
let isSent = false

/** So many are named of what weighed most. */
const NAMED = 3

/** What is said aloud: three sentences in a run, and nothing between. @param {string} words */
const announce = (words) => write(byId('announce'), words)

/** @param {string} name */
function begin(name) {
  bot = name
  action = ''
  isSent = false
  write(byId('bot'), name)
  write(byId('curtain'), 'Its browser is starting …')
  byId('curtain').hidden = false
  picture.hidden = true
  write(byId('caption'), 'What its browser shows.')
  byId('outcome').dataset.action = 'none'
  write(byId('outcome'), '…')
  write(byId('outcome-words'), 'No verdict yet.')
  for (const id of ['timeline', 'waterfall', 'why', 'heaviest']) byId(id).replaceChildren()
  byId('stop').hidden = false
  announce(`${name} has started.`)
}

/** @param {import('../../tour/happening.js').Verdict} verdict */
function showVerdict(verdict) {
  if (verdict.status !== 'ok' && verdict.status !== 'unseen') return
  action = verdict.action
  byId('outcome').dataset.action = action
  write(byId('outcome'), outcomeOf(action))
  const { score = 0, band, reference } = verdict
  const when = isSent ? 'With the form' : 'At load; the verdict that counts comes with the form'
  const known = [`${when}: ${percent(score)}${band ? `, ${band}` : ''}, as the page is told.`, reference ? ` Reference ${reference}.` : '']
  write(byId('outcome-words'), known.join(''))
}

/** @param {Explanation} explanation */
function showReasons(explanation) {
  const { contributions, families, overlap = 0 } = explanation
  const sum = Object.values(families).reduce((all, weight) => all + weight, 0)
  drawWaterfall(byId('waterfall'), { ...explanation, engines: { all: sum - overlap }, families: Object.entries(families) })
  byId('why').replaceChildren(...reasonsOf(explanation))
  const heaviest = [...contributions].sort((a, b) => b.llr - a.llr).slice(0, NAMED)
  if (!heaviest[0]) return
  const links = heaviest.map(({ id, llr }) => make('a', { href: `/tour/code?bot=${id}` }, nameOf(id), make('b', {}, signed(llr))))
  byId('heaviest').replaceChildren(...links.map((link) => make('li', {}, link)))
  remember({ bot: heaviest[0].id })
  write(
    byId('reasons-note'),
    `${bot}: the scorecard that decided. Each fact moves the odds by its weight, to the left for a person, to the right for a program.`,
  )
  announce(`${outcomeOf(explanation.action)}. What weighed most: ${heaviest.map(({ id }) => nameOf(id)).join('; ')}.`)
}

/** @param {Extract<Happening, { kind: 'ends' }>} happening */
function end({ outcome, note }) {
  byId('stop').hidden = true
  if (outcome === 'seen' && action !== 'allow')
    write(byId('caption'), 'What it was shown in the end, as a person would be who was taken for a program: with a way to a human.')
  if (outcome !== 'seen') {
    write(byId('curtain'), note)
    if (!action) write(byId('outcome'), 'No verdict')
  }
  announce(`${bot} has ended. ${action ? outcomeOf(action) : note}.`)
}

/** Shows one thing that happened. @param {Happening} happening */
export function show(happening) {
  const { waiting } = happening
  write(byId('queue'), waiting.length > 0 ? `Waiting: ${waiting.join(', ')}.` : '')
  if (happening.kind === 'begins') begin(happening.bot)
  if (happening.kind === 'sends') isSent = true
  if (happening.kind === 'verdict') showVerdict(happening.verdict)
  if (happening.kind === 'reasons') showReasons(/** @type {Explanation} */ (happening.explanation))
  if (happening.kind === 'picture') {
    picture.src = happening.src
    picture.alt = `The window of ${bot}’s browser`
    picture.hidden = false
    byId('curtain').hidden = true
  }
  const line = lineOf(happening)
  if (line) {
    const time = make('time', {}, `${(happening.at / 1000).toFixed(1)} s`)
    byId('timeline').append(make('li', { 'data-kind': happening.kind }, time, make('span', {}, line)))
  }
  if (happening.kind === 'ends') end(happening)
}
