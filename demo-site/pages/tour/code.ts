import { html, raw } from 'hono/html'
import type { DemoConfig } from '../../read-config.js'
import type { FactSource, TourData } from '../../tour/tour-data.js'
import type { Markup, Page } from '../layout.js'
import { tourSteps } from './steps.js'

export interface Code {
  readonly data: TourData
  readonly config: Pick<DemoConfig, 'attestUrl' | 'siteKey'>
  /** Ids of the facts that weighed most: of the bot’s visit, and of one’s own. What is no fact is as good as none. */
  readonly bot: string | undefined
  readonly you: string | undefined
}

/** What is shown to those who come here first. */
const EXAMPLES = { bot: 'tell.webdriver', you: 'input.movement-bow' } as const

const firstSentence = (text: string): string => /^.*?[.:](?= |$)/.exec(text)?.[0] ?? text

function listing(name: string, label: string, code: Markup | string, copied = true): Markup {
  return html`<div class="code"><pre tabindex="0" role="group" aria-label="${label}"><code id="${name}">${code}</code></pre>
    ${copied ? html`<button type="button" class="quiet copy" data-copies="${name}" hidden>Copy<span class="visually-hidden"> ${label}</span></button>` : ''}</div>`
}

interface Exhibit {
  readonly name: string
  readonly title: string
  readonly id: string
  readonly source: FactSource
  /** Said where nothing was seen yet. */
  readonly note: Markup | ''
}

const exhibit = ({ name, title, id, source, note }: Exhibit): Markup => html`<section class="panel" aria-labelledby="${name}-title">
  <h2 id="${name}-title">${title} <span class="count"><code>${id}</code></span></h2>
  ${note}
  <p>${firstSentence(source.says)}</p>
  ${listing(name, `Source of ${id}`, raw(source.code), false)}
  <p class="note"><code>${source.path}</code>, ${source.lines} lines, all of it. <a href="/docs/${source.docs}">How such facts are weighed</a></p>
</section>`

function exhibitOf(data: TourData, which: 'bot' | 'you', asked: string | undefined, title: string, note: Markup): Markup {
  const isKnown = asked !== undefined && Object.hasOwn(data.facts, asked)
  const id = isKnown ? asked : EXAMPLES[which]
  const source = data.facts[id]
  return source ? exhibit({ name: which, title, id, source, note: isKnown ? '' : note }) : html``
}

const tagOf = ({ attestUrl, siteKey }: Code['config'], more = ''): string =>
  `<script src="${attestUrl}/collector.js" data-key="${siteKey}"${more} async></script>`

const placesOf = ({ data, config }: Code): Markup => html`<section class="panel wide" aria-labelledby="places-title">
  <h2 id="places-title">The three places where an owner writes</h2>
  <ol class="places">
    <li><h3>The page: a script tag, and a word on the form</h3>
      ${listing('place-tag', 'Script tag', `${tagOf(config)}\n<form method="post" data-vouchsafe="sign-up">`)}
      <p class="note">The tag is this demo’s own, with its key. It looks on, and puts a verdict into the form when it is sent. <a href="/docs/script-tag.html">All its attributes</a></p></li>
    <li><h3>The backend: verify, offline</h3>
      ${listing('place-verify', 'Verification in the backend', raw(data.backend.code))}
      <p class="note">Cut out of <a href="/docs/quickstart.html">the five-minute start</a>, which our tests run. There are <a href="/docs/verdict.html#middlewares">middlewares</a>, and <a href="/docs/integrations.html">other languages</a>.</p></li>
    <li><h3>If the page itself shall stop whom it doubts: <code>data-enforce</code></h3>
      ${listing('place-enforce', 'Script tag that enforces', tagOf(config, ' data-enforce'))}
      <p class="note"><a href="/enforced">The sign-up, enforced</a>: to you it looks like the other one.</p></li>
  </ol>
</section>`

/** The last step: the files that computed what weighed most. It needs no script but for its buttons that copy. */
export function codePage(code: Code): Page {
  const { data, bot, you } = code
  const noBot = html`<p class="note">No bot was caught in this tab yet: this is what most of them show first. <a href="/tour">Send one in</a></p>`
  const noVisit = html`<p class="note">You have not moved in this tab yet: this is one of the things that would be seen. <a href="/tour/you">Move the mouse</a></p>`
  const body = html`<div class="live tour">
    <header class="live-head">
      ${tourSteps('/tour/code')}
      <h1>The code that did it</h1>
      <p class="standfirst">One file for each fact, small enough to be read. These are read from the repository when it is built; what you see is what ran.</p>
    </header>
    ${exhibitOf(data, 'bot', bot, 'What gave the bot away', noBot)}
    ${exhibitOf(data, 'you', you, 'What your visit said most', noVisit)}
    ${placesOf(code)}
  </div>`
  return {
    title: 'The code that did it · The Slow Post',
    path: '/tour',
    body,
    styles: ['/live.css', '/tour/steps.css', '/tour/code.css', '/tour/highlight.css'],
    modules: ['/tour/code.js'],
  }
}
