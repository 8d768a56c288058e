import { createHash } from 'node:crypto'
import { countsOf, type Drill, headline, isEnough, isRight, type Run } from './drill.js'
import { escaped } from './escaped.js'
import { style } from './style.js'

/** What an action means to whoever reads the page. */
const WORDS: Readonly<Record<Run['action'], string>> = {
  block: 'blocked',
  challenge: 'challenged',
  allow: 'let through',
  none: 'no verdict',
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`

/**
 * The report as one file: no script, nothing from elsewhere, and a policy that says so to the browser. Every text in it is escaped, for
 * some come from pages.
 */
export function page(drill: Drill): string {
  const { runs, share } = countsOf(drill)
  const policy = `default-src 'none'; img-src data:; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Drill of ${escaped(drill.url)}</title>
<style>${style}</style>
</head>
<body>
<main>
<header>
<p class="kicker">Vouchsafe drill</p>
<h1>${headline(drill)}</h1>
${runs === 0 ? '' : bar(share, drill)}
<dl class="facts">
<div><dt>Page</dt><dd>${escaped(drill.url)}</dd></div>
<div><dt>Attest-server</dt><dd>${escaped(drill.attest)}</dd></div>
<div><dt>Begun</dt><dd><time datetime="${drill.began.toISOString()}">${drill.began.toISOString().slice(0, 16).replace('T', ' ')} UTC</time></dd></div>
<div><dt>Took</dt><dd>${seconds(drill.took)}</dd></div>
</dl>
</header>
${matrix(drill.runs, 'bot', 'Who was stopped')}
${matrix(drill.runs, 'person', 'Who was let through')}
${drill.runs.some(hasMore) ? `<section aria-labelledby="evidence"><h2 id="evidence">What was seen</h2>${drill.runs.filter(hasMore).map(evidence).join('\n')}</section>` : ''}
${absent(drill)}
</main>
</body>
</html>
`
}

function bar(share: number, drill: Drill): string {
  const enough = isEnough(drill)
  const asked = drill.failUnder === undefined ? undefined : (100 * drill.failUnder).toFixed(0)
  const said = asked === undefined ? '' : ` ${enough ? 'At least' : 'Less than'} the ${asked} % that were asked for.`
  return `<p class="share ${enough && share >= 0.9 ? 'good' : 'poor'}"><meter min="0" max="1" value="${share.toFixed(3)}" aria-hidden="true"></meter> <strong>${(100 * share).toFixed(0)} %</strong>${said}</p>`
}

/** A row for each driver, a column for each of its runs. */
function matrix(all: readonly Run[], kind: Run['kind'], title: string): string {
  const runs = all.filter((run) => run.kind === kind)
  if (runs.length === 0) return ''
  const names = [...new Set(runs.map(({ driver }) => driver))]
  const columns = Math.max(...runs.map(({ run }) => run))
  const numbers = Array.from({ length: columns }, (_, i) => i + 1)
  const cell = (driver: string, number: number) => {
    const found = runs.find(({ driver: of, run }) => of === driver && run === number)
    return found ? `<td>${chip(found)} <span class="time">${seconds(found.ms)}</span></td>` : '<td>not run</td>'
  }
  const rows = names.map((name) => `<tr><th scope="row">${escaped(name)}</th>${numbers.map((number) => cell(name, number)).join('')}</tr>`)
  const head = numbers.map((number) => `<th scope="col">${columns === 1 ? 'Outcome' : `Run ${number}`}</th>`).join('')
  return `<section aria-labelledby="${kind}"><h2 id="${kind}">${title}</h2>
<div class="wide" role="group" aria-labelledby="${kind}" tabindex="0"><table><thead><tr><th scope="col">${kind === 'bot' ? 'Bot' : 'Visit'}</th>${head}</tr></thead>
<tbody>${rows.join('\n')}</tbody></table></div></section>`
}

function chip(run: Run): string {
  const right = isRight(run)
  return `<span class="chip ${right ? 'good' : 'poor'}"><span aria-hidden="true">${right ? '✓' : '✗'}</span> ${WORDS[run.action]}</span>`
}

const hasMore = ({ reasons, screenshot, note, reference }: Run): boolean => Boolean(reasons || screenshot || note || reference)

function evidence(run: Run): string {
  const { driver, run: number, note, band, score, reference, reasons } = run
  const facts: readonly (readonly [string, string | number | undefined])[] = [
    ['Note', note || undefined],
    ['Band', band],
    ['Score, as the page is told it', score],
    ['Support code', reference],
    ['Looks like', reasons?.kind],
  ]
  const known = facts.filter(([, value]) => value !== undefined)
  return `<details${isRight(run) ? '' : ' open'}><summary>${escaped(driver)}${number > 1 ? `, run ${number}` : ''} ${chip(run)}</summary>
<div class="evidence"><div>
<dl class="facts">${known.map(([name, value]) => `<div><dt>${name}</dt><dd>${escaped(value!)}</dd></div>`).join('')}</dl>
${reasons ? weights(reasons.contributions) : ''}
</div>${picture(run)}</div></details>`
}

function weights(contributions: NonNullable<Run['reasons']>['contributions']): string {
  const rows = contributions.map(({ id, llr }) => `<tr><th scope="row">${escaped(id)}</th><td class="number">${llr.toFixed(2)}</td></tr>`)
  return `<table class="weights"><caption>What spoke most for a bot (log-likelihood ratio)</caption><tbody>${rows.join('')}</tbody></table>`
}

/** What is no picture by its first bytes is left out. */
function picture({ screenshot, driver }: Run): string {
  const type = screenshot?.startsWith('/9j/') ? 'jpeg' : screenshot?.startsWith('iVBORw0KGgo') ? 'png' : undefined
  if (!screenshot || !type || !/^[A-Za-z0-9+/=]+$/.test(screenshot)) return ''
  return `<figure><img src="data:image/${type};base64,${screenshot}" alt="The page as ${escaped(driver)} left it" loading="lazy"></figure>`
}

function absent({ missing, refused }: Drill): string {
  const needs = missing.map(
    ({ driver, needs }) =>
      `<li><strong>${escaped(driver)}</strong> needs ${escaped(needs.what)}${needs.command ? `: <code>${escaped(needs.command)}</code>` : ''}</li>`,
  )
  const hosts = refused.map((host) => `<li><code>${escaped(host)}</code></li>`)
  return `${needs.length > 0 ? `<section aria-labelledby="missing"><h2 id="missing">What could not run here</h2><ul>${needs.join('')}</ul></section>` : ''}
${hosts.length > 0 ? `<section aria-labelledby="refused"><h2 id="refused">Kept from</h2><p>Hosts that the page or a browser asked for, and no bot reached; browsers ask for some of their makers’, such as googleapis.com and mozilla.com, by themselves. If the page does not work without one of yours, name it with <code>--allow</code>.</p><ul>${hosts.join('')}</ul></section>` : ''}`
}
