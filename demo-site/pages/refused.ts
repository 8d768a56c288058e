import { html } from 'hono/html'
import type { GuardOutcome } from 'vouchsafe/verify'
import type { Markup, Page } from './layout.js'
import { receipt } from './receipt.js'

export interface Refusal {
  readonly outcome: GuardOutcome
  /** Where the form is. */
  readonly path: string
  /** What the visitor wanted to do: page action of the form. */
  readonly action: string
  /** The form once more, with what was typed. */
  readonly form: Markup
  /** The path without JavaScript; absent where it is not open. */
  readonly withoutScript?: string | undefined
}

interface Words {
  readonly title: string
  readonly text: string
}

const late: Words = {
  title: 'That took a little long',
  text: 'The pass that came with your form was good for two minutes or one use, and is no longer valid. Nothing else is wrong: please send the form once more.',
}
const away: Words = {
  title: 'We could not check your form',
  text: 'The service that tells people from programs does not answer at the moment. It is our fault, not yours. Please send the form again in a minute.',
}
const unread: Words = {
  title: 'We could not read your form’s pass',
  text: 'The pass that came with the form was not one that we can accept. Please send the form once more; a new pass comes with it.',
}

/** What to say to a person whose form came without a verdict that counts. */
const wordsFor: Partial<Record<GuardOutcome['reason'], Words>> = {
  missing: {
    title: 'One thing was missing',
    text: 'A small script normally travels with this form and shows us that a person sent it. It did not arrive. Perhaps your browser runs no scripts, or the connection dropped it. Nothing that you typed is lost but the password.',
  },
  assurance: {
    title: 'An order needs a little more',
    text: 'We take newsletter sign-ups from browsers without scripts, but not orders: too many of them come from programs. Please send the form from a browser that runs scripts, or write to us.',
  },
  expired: late,
  used: late,
  'keys-unavailable': away,
  'store-unavailable': away,
}

const challenge: Words = {
  title: 'May we ask for a moment?',
  text: 'We could not quite tell whether a person or a program filled in this form. Send it once more: the page will ask for a few seconds of patience first, and that is all.',
}

/** The answer to a form that is not accepted. None of them is a dead end: each has a way on that needs no script. */
export function refusedPage(refusal: Refusal): Page {
  const { outcome, action, form } = refusal
  if (outcome.action === 'block') return { ...blocked(refusal), path: '' }
  const asked = outcome.action === 'challenge'
  // Whatever a screen could ask, there is no script to ask it, and sending the form again would only lead round in a circle.
  if (asked && outcome.verdict?.assurance === 'noscript') return { ...unsure(refusal), path: '' }
  const { title, text } = asked ? challenge : (wordsFor[outcome.reason] ?? unread)
  const body = html`<div class="narrow">
      <p class="kicker">Not sent yet</p>
      <h1>${title}</h1>
      <p class="standfirst">${text}</p>
      ${asked ? referenceLine(outcome) : ''}
      ${otherWays(asked ? { outcome } : refusal)}
    </div>
    ${form}
    <div class="narrow">${receipt(outcome)}</div>`
  return { title: `${title} · The Slow Post`, path: '', body, collector: { action, enforce: asked } }
}

const ADDRESS = 'hello@slowpost.example'
/** What leads us to this verdict when somebody asks. */
const referenceOf = ({ verdict }: GuardOutcome): string | undefined => verdict?.reference

function referenceLine(outcome: GuardOutcome): Markup {
  const reference = referenceOf(outcome)
  return reference ? html`<p class="reference">Your reference <code>${reference}</code></p>` : html``
}

function mailTo(outcome: GuardOutcome): string {
  const reference = referenceOf(outcome)
  return `mailto:${ADDRESS}${reference ? `?subject=${encodeURIComponent(`Reference ${reference}`)}` : ''}`
}

/** Without `withoutScript` where scripts ran: it would be a way around the screen. */
function otherWays({ outcome, withoutScript }: Pick<Refusal, 'outcome' | 'withoutScript'>): Markup {
  return html`<ul class="ways">
    ${withoutScript ? html`<li><a class="button" href="${withoutScript}">Go on without scripts</a> <span>Takes five seconds. We keep what you typed, but never the password.</span></li>` : ''}
    <li><span>Or send the form below again, or <a href="${mailTo(outcome)}">write to us</a>: a person reads it.</span></li>
  </ul>`
}

/** For a verdict that was made without scripts. */
function unsure({ outcome, path }: Refusal): Omit<Page, 'path'> {
  const title = 'We could not tell'
  const body = html`<div class="narrow">
    <p class="kicker">Not sent</p>
    <h1>${title}</h1>
    <p class="standfirst">Was it a person or a program that filled in this form? We could not tell, and without scripts we cannot ask more. If you are a person, we are sorry. Please write to us: somebody reads it and helps you by hand.</p>
    ${referenceLine(outcome)}
    <ul class="ways">
      <li><a class="button" href="${mailTo(outcome)}">Write to us</a> <span>With the reference we can see what went wrong.</span></li>
      <li><a href="${path}">Start again with scripts</a> <span>If your browser runs them after all, or another one that you have.</span></li>
    </ul>
    ${receipt(outcome)}
  </div>`
  return { title: `${title} · The Slow Post`, body }
}

function blocked({ outcome }: Refusal): Omit<Page, 'path'> {
  const title = 'We did not accept this form'
  const body = html`<div class="narrow">
    <p class="kicker">Not sent</p>
    <h1>${title}</h1>
    <p class="standfirst">The visit looked like that of a program, so we left the form where it was. If you are a person, we are sorry: it happens, and we would like to put it right.</p>
    ${referenceLine(outcome)}
    <ul class="ways">
      <li><a class="button" href="${mailTo(outcome)}">Write to us</a> <span>With the reference we can see what went wrong, and let you in.</span></li>
      <li><a href="/">Back to the letter</a> <span>Reading is open to everybody, programs included.</span></li>
    </ul>
    ${receipt(outcome)}
  </div>`
  return { title: `${title} · The Slow Post`, body }
}
