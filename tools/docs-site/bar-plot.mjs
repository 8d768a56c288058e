import { escapeHtml } from './escape-html.mjs'

/** @typedef {import('markdown-it').Token} Token */
/** @typedef {{ name: string, share: number }} Bar */

/** Where a page wants what follows drawn as well: a comment, which other renderers leave out. */
export const PLOT = '<!-- plot: bars -->'

/** How far beyond its bar a measure is drawn. */
const MOST = 2
const [LEFT, WIDTH, STEP, TOP] = [320, 320, 26, 34]

/** Letters of a label that have room in the widest of system fonts. */
const LONGEST = 40

/** @param {string} text */
const numberIn = (text) => Number(/\d[\d,]*(?:\.\d+)?/.exec(text)?.[0].replaceAll(',', ''))

/**
 * How much of its bar each row of a table has reached: columns `what`, `measured` and `bar`, as the page has them. 1 is the bar itself,
 * whether it is a least (`≥`) or a most (`≤`).
 *
 * @param {readonly (readonly string[])[]} rows the head first
 * @returns {readonly Bar[]}
 */
export function barsOf([head = [], ...rows]) {
  const [what, measured, bar] = ['what', 'measured', 'bar'].map((name) => head.indexOf(name))
  return rows.flatMap((cells) => {
    const [name = '', value = '', limit = ''] = [what, measured, bar].map((column) => cells[column ?? -1] ?? '')
    const [seen, wanted] = [numberIn(value), numberIn(limit)]
    if (!seen || !wanted) return []
    return [{ name, share: limit.startsWith('≤') ? wanted / seen : seen / wanted }]
  })
}

/** A drawing that has its colours from the site's style sheet. @param {readonly Bar[]} bars @returns {string} */
export function drawBars(bars) {
  const height = TOP + bars.length * STEP + 30
  const x = (/** @type {number} */ share) => LEFT + (Math.min(share, MOST) / MOST) * WIDTH
  const rows = bars.map(({ name, share }, index) => {
    const y = TOP + index * STEP
    const label = name.length > LONGEST ? `${name.slice(0, LONGEST - 1)}…` : name
    const end = share > MOST ? `${share.toFixed(1)} ›` : share.toFixed(2)
    return `<text x="${LEFT - 10}" y="${y + 14}" text-anchor="end">${escapeHtml(label)}</text>
<rect class="${share >= 1 ? 'met' : 'missed'}" x="${LEFT}" y="${y + 2}" width="${(x(share) - LEFT).toFixed(1)}" height="16"/>
<text class="value" x="${(x(share) + 6).toFixed(1)}" y="${y + 14}">${end}</text>`
  })
  const line = `<path class="bar" d="M${x(1)} ${TOP - 8}V${height - 28}"/><text x="${x(1)}" y="${TOP - 14}" text-anchor="middle">the bar</text>`
  const met = bars.filter(({ share }) => share >= 1).length
  const title = `${met} of ${bars.length} figures reach their bar; the table below has each`
  return `<div class="figure" tabindex="0" role="group" aria-label="Drawing"><svg class="plot" viewBox="0 0 720 ${height}" width="720" height="${height}" role="img" aria-label="${title}">${line}\n${rows.join('\n')}</svg></div>\n`
}

/** The cells of the table that comes next, as text. @param {readonly Token[]} tokens @param {number} from @returns {readonly (readonly string[])[]} */
export function tableAfter(tokens, from) {
  const end = tokens.findIndex(({ type }, index) => index > from && type === 'table_close')
  /** @type {string[][]} */
  const rows = []
  for (const { type, children } of tokens.slice(from, end)) {
    if (type === 'tr_open') rows.push([])
    if (type === 'inline') rows.at(-1)?.push((children ?? []).map(({ content }) => content).join(''))
  }
  return rows
}
