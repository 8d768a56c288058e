import { button, element } from './element.js'
import { type Help, helpRows, helpText } from './help.js'
import type { Screen, View } from './screen.js'
import type { Texts } from './texts/texts.js'

/** A way back, always: to where the visitor came from, or to the start of the site. */
function wayBack(texts: Texts): HTMLElement {
  if (history.length > 1) return button(texts.back, 'quiet', () => history.back())
  return element('a', { class: 'act quiet', href: '/' }, texts.home)
}

/** The last word: why it ends here, what to quote, whom to ask, and the ways back: the page anew, for whom has been let through, or another. */
export function finalView(screen: Screen, texts: Texts, outcome: 'stopped' | 'blocked', help: Help): View {
  const retry = button(texts.retry, 'quiet', () => location.reload())
  const actions = [...helpRows(screen, texts, help, 'main'), retry, wayBack(texts)]
  const [title, body] = outcome === 'blocked' ? [texts.blockedTitle, texts.blockedBody] : [texts.stoppedTitle, texts.stoppedBody]
  return { icon: 'stop', title, body: [body, helpText(texts, help)], actions, firm: true }
}
