import { html } from 'hono/html'
import type { ListedBot, Off } from '../../tour/open-tour.js'
import type { Markup, Page } from '../layout.js'
import { botGroups, canRun } from './groups.js'
import { tourSteps } from './steps.js'

export interface Pick {
  readonly bots: readonly ListedBot[]
  readonly token: string
  readonly off: Off | undefined
}

/** Why nobody can be sent. */
const offWords: Readonly<Record<Off, string>> = {
  'switched-off': 'Whoever runs this demo has switched its bots off (DEMO_BOTS=off).',
  'not-loopback': 'Bots start programs on the machine of the demo, so they run only for somebody who sits at it and opens it as localhost.',
  'no-fleet': 'This build of the demo came without the fleet.',
}

/** The bot that the list begins with: the one that everybody knows. */
const FIRST = 'playwright-headless'

/** `code` in the words of the sources. */
const withCode = (text: string): Markup => html`${text.split('`').map((part, i) => (i % 2 === 1 ? html`<code>${part}</code>` : part))}`

function why({ leftOut, missing }: ListedBot): Markup | '' {
  if (leftOut !== undefined) return html`<small class="lacks">Only in the tests of the repository: ${leftOut}.</small>`
  if (!missing) return ''
  return html`<small class="lacks">Needs ${missing.what}${missing.command ? html`: <code>${missing.command}</code>` : ''}</small>`
}

const choice = (bot: ListedBot, first: string | undefined, off: boolean): Markup => html`<label class="bot">
  <input type="radio" name="bot" value="${bot.name}"${canRun(bot) && !off ? '' : html` disabled`}${bot.name === first ? html` checked` : ''}>
  <span><strong>${bot.name}</strong> <small>${withCode(bot.says)}</small>${why(bot)}</span>
</label>`

function picker({ bots, off }: Pick): Markup {
  const here = bots.filter(canRun)
  const first = off ? undefined : (here.find(({ name }) => name === FIRST) ?? here[0])?.name
  return html`<form class="panel picker" id="picker">
    <h2>The fleet <span class="count">${off ? `${bots.length} bots` : `${here.length} of ${bots.length} can run here`}</span></h2>
    <div class="scroll fleet">
      ${botGroups(bots).map(({ title, bots }) => html`<fieldset><legend>${title}</legend>${bots.map((bot) => choice(bot, first, Boolean(off)))}</fieldset>`)}
    </div>
    ${off ? html`<p class="away">${offWords[off]} The rest of the tour works as it is.</p>` : html`<button type="submit" id="send" disabled>Send it in</button>`}
    <p class="note" id="queue" role="status"></p>
  </form>`
}

const stage = html`<section class="panel stage" aria-labelledby="stage-title" id="stage" tabindex="-1">
    <h2 id="stage-title"><span id="bot">The stage</span> <button type="button" class="quiet" id="stop" hidden>Stop it</button></h2>
    <figure class="window">
      <div class="frame"><img id="picture" alt="" width="1280" height="800" hidden><p id="curtain">Nobody has come yet. Pick a bot, and send it in.</p></div>
      <figcaption id="caption">What its browser shows will stand here.</figcaption>
    </figure>
    <p class="big"><output id="outcome" data-action="none">–</output></p>
    <p id="outcome-words">The verdict comes here.</p>
    <ol class="timeline" id="timeline" aria-label="What it did"></ol>
    <p class="visually-hidden" role="status" id="announce"></p>
  </section>`

const reasons = html`<section class="panel evidence wide" aria-labelledby="reasons-title">
    <h2 id="reasons-title">What gave it away</h2>
    <p class="note" id="reasons-note">The scorecard that decided: each fact moves the odds by its weight, to the left for a person, to the right for a program. It is drawn as soon as the server has decided.</p>
    <ul class="heaviest" id="heaviest" aria-label="What weighed most, and its code"></ul>
    <div id="why"></div>
    <div class="scroll scorecard" role="region" aria-label="The scorecard" tabindex="0"><ol class="waterfall" id="waterfall"></ol></div>
    <p class="onward"><a class="button" href="/tour/you">Now you: move the mouse</a> <a href="/tour/code">See the code that did it</a></p>
  </section>`

/** The first step: the list, the stage, and the scorecard. `public/tour/main.js` fills it. */
export function pickPage(pick: Pick): Page {
  const body = html`<div class="live tour" id="tour" data-token="${pick.off ? '' : pick.token}">
    <header class="live-head">
      ${tourSteps('/tour')}
      <h1>Pick a bot. Watch it be caught.</h1>
      <p class="standfirst">Each of these is a real program. It starts on this machine, opens this site’s front page in a browser of its own, and tries to sign up for the letter. Nothing is played back.</p>
      <noscript><p class="away">The stage draws what happens while it happens, which takes a script. The bots and <a href="/tour/code">the code</a> can be read without.</p></noscript>
    </header>
    ${picker(pick)}
    ${stage}
    ${reasons}
  </div>`
  return {
    title: 'Pick a bot · The Slow Post',
    path: '/tour',
    body,
    styles: ['/live.css', '/tour/steps.css', '/tour/pick.css'],
    modules: ['/tour/main.js'],
  }
}
