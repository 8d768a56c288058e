import { escapeHtml } from './escape-html.mjs'

/** @typedef {import('markdown-it').Token} Token */
/** @typedef {{ name: string, share: number }} Bar */

/** Where a page wants what follows drawn as well: a comment, which other renderers leave out. */
export const PLOT = '<!-- plot: bars -->'

/** How far beyond its bar a measure is drawn. */
const MOST = 2
/** Px: of the whole drawing, of the longest bar, of a row, and above the first. */
const [WIDE, LONG, STEP, TOP] = [720, 640, 44, 30]
/** What a figure takes, in px. */
const NEAR = 40

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
  const height = TOP + bars.length * STEP + 8
  const x = (/** @type {number} */ share) => (Math.min(share, MOST) / MOST) * LONG
  const rows = bars.map(({ name, share }, index) => {
    const y = TOP + index * STEP
    // A figure that nearly reaches the bar stands beyond the line, not on it.
    const from = share < 1 && x(1) - x(share) < NEAR ? x(1) : x(share)
    const end = share > MOST ? `${share.toFixed(1)} ›` : share.toFixed(2)
    return `<text y="${y + 13}">${escapeHtml(name)}</text>
<rect class="${share >= 1 ? 'met' : 'missed'}" y="${y + 19}" width="${x(share).toFixed(1)}" height="14"/>
<path class="bar" d="M${x(1)} ${y + 17}v18"/>
<text class="value" x="${(from + 6).toFixed(1)}" y="${y + 31}">${end}</text>`
  })
  const line = `<text x="${x(1)}" y="${TOP - 14}" text-anchor="middle">the bar</text>`
  const met = bars.filter(({ share }) => share >= 1).length
  const title = `${met} of ${bars.length} figures reach their bar; the table below has each`
  return `<div class="figure" tabindex="0" role="group" aria-label="Drawing"><svg class="plot" viewBox="0 0 ${WIDE} ${height}" width="${WIDE}" height="${height}" role="img" aria-label="${title}">${line}\n${rows.join('\n')}</svg></div>\n`
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
