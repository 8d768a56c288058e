import { html } from 'hono/html'
import type { Markup } from '../layout.js'

const steps = [
  ['/tour', 'Pick a bot'],
  ['/tour/you', 'Move the mouse'],
  ['/tour/code', 'See the code'],
] as const

export type StepPath = (typeof steps)[number][0]

/** Where one is on the tour. The links of the last step learn what weighed most from `public/tour/remember.js`. */
export const tourSteps = (current: StepPath): Markup => html`<nav class="steps" aria-label="Tour">
  <ol>${steps.map(([href, name]) => html`<li><a href="${href}"${href === current ? html` aria-current="step"` : ''}>${name}</a></li>`)}</ol>
</nav>`
