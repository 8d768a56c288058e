import { contactAddress } from './contact-address.js'
import { button, element } from './element.js'
import type { Screen } from './screen.js'
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
    // Plain http, or not permitted: the old way, and what it copies stays selected for whom that fails.
    getSelection()?.selectAllChildren(shown)
    return document.execCommand('copy')
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

/** What to quote and whom to ask, as far as there is either. Each screen has them somewhere: whoever cannot get on finds a way back. */
export function helpRows(screen: Screen, texts: Texts, { reference, contact }: Help, kind: 'main' | 'quiet'): HTMLElement[] {
  const address = contactAddress(contact, reference)
  return [
    ...(reference ? [referenceRow(screen, texts, reference)] : []),
    ...(address ? [element('a', { class: `act ${kind}`, href: address }, texts.contact)] : []),
  ]
}

/** The sentence that goes with them. */
export const helpText = (texts: Texts, { reference, contact }: Help): string =>
  contactAddress(contact, reference) ? texts.helpHere : texts.helpElsewhere
