import { contactAddress } from './contact-address.js'
import { button, element } from './element.js'
import type { Screen, View } from './screen.js'
import type { Texts } from './texts/texts.js'

export interface Help {
  readonly reference: string
  readonly contact?: string | undefined
}

async function copy(text: string, shown: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    // Plain http, or not permitted: select it, so that the visitor can.
    getSelection()?.selectAllChildren(shown)
    return false
  }
}

function referenceRow(screen: Screen, texts: Texts, reference: string): HTMLElement {
  const code = element('code', { dir: 'ltr' }, reference)
  const copyButton = button(texts.copy, 'quiet', () => {
    void copy(reference, code).then((copied) => {
      if (!copied) return
      copyButton.textContent = texts.copied
      screen.announce(texts.copied)
    })
  })
  return element('div', { class: 'reference' }, element('span', {}, texts.reference, code), copyButton)
}

/** A way back, always: to where the visitor came from, or to the start of the site. */
function wayBack(texts: Texts): HTMLElement {
  if (history.length > 1) return button(texts.back, 'quiet', () => history.back())
  return element('a', { class: 'act quiet', href: '/' }, texts.home)
}

/** The last word: why it ends here, what to quote, whom to ask, and a way back. */
export function finalView(screen: Screen, texts: Texts, outcome: 'stopped' | 'blocked', help: Help): View {
  const address = contactAddress(help.contact, help.reference)
  const actions: HTMLElement[] = []
  if (help.reference) actions.push(referenceRow(screen, texts, help.reference))
  if (address) actions.push(element('a', { class: 'act main', href: address }, texts.contact))
  actions.push(wayBack(texts))
  const [title, body] = outcome === 'blocked' ? [texts.blockedTitle, texts.blockedBody] : [texts.stoppedTitle, texts.stoppedBody]
  return { icon: 'stop', title, body: [body, address ? texts.helpHere : texts.helpElsewhere], actions, firm: true }
}
