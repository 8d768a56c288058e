import { html } from 'hono/html'
import { envelope } from './art/envelope.js'

/** A piece of HTML whose variable parts were escaped. */
export type Markup = ReturnType<typeof html>

/** The collector's script tag, as the page wants it. */
export interface Collector {
  /** What visitors of this page want to do. */
  readonly action: string
  /** Let the script show its own screens. Otherwise it only looks on, and the backend decides. */
  readonly enforce?: boolean
}

export interface Page {
  readonly title: string
  /** Shows where one is: the path of the entry in the menu. */
  readonly path: string
  readonly body: Markup
  readonly collector?: Collector
  /** More files of our own: `/live.css`, `/live/main.js`. */
  readonly styles?: readonly string[]
  readonly modules?: readonly string[]
}

/** What all pages of one site share, and the nonce of this one. */
export interface Frame {
  readonly nonce: string
  readonly attestUrl: string
  readonly siteKey: string
}

const menu = [
  ['/', 'The letter'],
  ['/checkout', 'Shop'],
  ['/login', 'Log in'],
  ['/tour', 'The tour'],
] as const

const collectorTag = ({ attestUrl, siteKey, nonce }: Frame, { action, enforce }: Collector): Markup => html`<script
      src="${attestUrl}/collector.js"
      data-key="${siteKey}"
      data-action="${action}"
      data-worker="/worker.js"
      data-contact="mailto:hello@slowpost.example"
      ${enforce ? html`data-enforce` : ''}
      nonce="${nonce}"
      async
    ></script>`

export function layout(frame: Frame, { title, path, body, collector, styles = [], modules = [] }: Page): Markup {
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${title}</title>
    <meta name="description" content="One letter a month about things that take their time.">
    <meta name="color-scheme" content="light dark">
    <link rel="icon" href="/icon.svg" type="image/svg+xml">
    ${['/style.css', '/art.css', ...styles].map((href) => html`<link rel="stylesheet" href="${href}">`)}
    ${collector ? collectorTag(frame, collector) : ''}
    ${modules.map((src) => html`<script type="module" src="${src}" nonce="${frame.nonce}"></script>`)}
  </head>
  <body>
    <a class="skip" href="#main">Skip to the content</a>
    <header class="masthead">
      <a class="brand" href="/">${envelope}<span>The Slow Post</span></a>
      <nav aria-label="Main">
        <ul>${menu.map(([href, name]) => html`<li><a href="${href}"${href === path ? html` aria-current="page"` : ''}>${name}</a></li>`)}</ul>
      </nav>
    </header>
    <main id="main" tabindex="-1">${body}</main>
    <footer class="colophon">
      <p>The Slow Post is a made-up newsletter. It shows <strong>Vouchsafe</strong> at work: the forms of this site are real, its letters are not.</p>
      <ul>
        <li><a href="/tour">Send a bot</a></li>
        <li><a href="/tour/you">What the script sees of you</a></li>
        <li><a href="/docs/">Documentation</a></li>
        <li><a href="/enforced">The sign-up, enforced by the script</a></li>
        <li><a href="mailto:hello@slowpost.example">hello@slowpost.example</a></li>
      </ul>
    </footer>
  </body>
</html>`
}
