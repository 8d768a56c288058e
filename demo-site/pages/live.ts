import { html } from 'hono/html'
import type { TourData } from '../tour/tour-data.js'
import type { Page } from './layout.js'
import { featureGroups } from './tour/groups.js'
import { tourSteps } from './tour/steps.js'

/** The second step of the tour, and the frame that `public/live/main.js` fills. @param facts say how many events each feature takes, and which group it is of */
export function livePage(facts: TourData['facts']): Page {
  const needs = Object.fromEntries(Object.entries(facts).flatMap(([id, { needs }]) => (needs ? [[id, needs]] : [])))
  const body = html`<div class="live">
    <header class="live-head">
      ${tourSteps('/tour/you')}
      <h1>Now you. Move the mouse.</h1>
      <p class="standfirst">Or touch, scroll, press Tab, type something below, and watch the evidence grow. Everything on this page is computed in your browser while you look on. What leaves it is the
      summary in the tables, now and then two or three seconds of movement to prove it, and never what you type.</p>
      <p class="away" id="away" hidden>The collector is not running: the attest-server may be away, or a filter stopped the script. The pages of this site go on working all the same.</p>
      <noscript><p class="away">This page draws what a script sees. Without scripts there is nothing to draw, and nothing is seen.</p></noscript>
    </header>

    <section class="panel gauge" aria-labelledby="gauge-title">
      <h2 id="gauge-title">Likelihood of automation</h2>
      <p class="big"><output id="posterior">–</output></p>
      <div class="scale" aria-hidden="true"><span class="needle" id="needle"></span></div>
      <p class="ends" aria-hidden="true"><span>person</span><span>even odds</span><span>program</span></p>
      <p id="in-words">Waiting for the collector …</p>
      <p class="visually-hidden" role="status" id="announce"></p>
    </section>

    <section class="panel decision" aria-labelledby="decision-title">
      <h2 id="decision-title">The server’s verdict</h2>
      <p class="big"><output id="action" data-action="none">none yet</output></p>
      <p id="verdict-words">The script asks for one by itself, a moment after the page has loaded.</p>
      <p><button type="button" id="again" disabled>Ask for a new verdict</button></p>
    </section>

    <div class="beside-evidence"><section class="panel movement" aria-labelledby="movement-title">
      <h2 id="movement-title">Your movement</h2>
      <canvas id="trace" role="img" aria-label="A drawing of your pointer’s movement on this page. Faster is warmer; rings are presses."></canvas>
      <p class="note">Drawn by this page alone, faster is warmer. <span id="tally"></span></p>
      <ul class="grows" id="grows" data-groups="${JSON.stringify(featureGroups(facts))}" aria-label="What is known of each group of features"></ul>
      <p class="field"><label for="try">Type here, if you like</label><input id="try" type="text" autocomplete="off" spellcheck="false"></p>
      <p class="onward"><a class="button" href="/tour/code">See the code that did it</a> <a href="/tour">Send another bot</a></p>
    </section></div>

    <section class="panel evidence" aria-labelledby="evidence-title">
      <h2 id="evidence-title">The evidence, weighed</h2>
      <p class="note">Each fact moves the odds by its weight, a log-likelihood ratio: to the left it speaks for a person, to the right for a program. What is not known weighs nothing.</p>
      <ol class="waterfall" id="waterfall"></ol>
    </section>

    <section class="panel" aria-labelledby="features-title">
      <h2 id="features-title">What your hands say <span class="count" id="features-count"></span></h2>
      <div class="scroll" role="region" aria-label="Table of features" tabindex="0"><table class="facts">
        <thead><tr><th scope="col">Feature</th><th scope="col">Value</th><th scope="col">Weight</th></tr></thead>
        <tbody id="features" data-needs="${JSON.stringify(needs)}"></tbody>
      </table></div>
    </section>

    <section class="panel" aria-labelledby="tells-title">
      <h2 id="tells-title">What your browser says <span class="count" id="tells-count"></span></h2>
      <div class="scroll" role="region" aria-label="Table of tells" tabindex="0"><table class="facts">
        <thead><tr><th scope="col">Tell</th><th scope="col">Seen</th></tr></thead>
        <tbody id="tells"></tbody>
      </table></div>
    </section>

    <section class="panel token" aria-labelledby="token-title">
      <h2 id="token-title">The verdict, decoded</h2>
      <p class="note" id="life">A signed token that any backend can read and verify.</p>
      <progress id="life-bar" max="1" value="0" aria-label="Life of the verdict that is left"></progress>
      <div id="claims"></div>
    </section>

    <section class="panel server" aria-labelledby="server-title">
      <h2 id="server-title">The server’s own account</h2>
      <p class="note" id="server-note">With its secret key, this site’s backend asks the attest-server why it decided so. Visitors of a real site do not see this.</p>
      <div id="server"></div>
    </section>
  </div>`
  return {
    title: 'Move the mouse · The Slow Post',
    path: '/tour',
    body,
    collector: { action: 'live' },
    styles: ['/live.css', '/live/grows.css', '/tour/steps.css'],
    modules: ['/live/main.js'],
  }
}
