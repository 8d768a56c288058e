import type { Share } from '../../shared/units.js'
import { coverPage } from './cover-page.js'
import { element } from './element.js'
import { type IconName, icon } from './icon.js'
import { ACCENT, styles } from './styles.js'
import { addStyles } from './stylesheet.js'
import type { Texts } from './texts/texts.js'

export interface View {
  readonly icon: IconName
  readonly title: string
  readonly body: readonly string[]
  readonly actions: readonly HTMLElement[]
  /** Goes away while work is shown, which takes its place: the button stays where it was. */
  readonly extra?: HTMLElement
  /** Hides the page altogether. */
  readonly firm?: boolean
}

/** A dialog over the whole page, on which one view follows another. */
export interface Screen {
  /** Shows a view and moves the focus to its title, so that a screen reader begins there. */
  present(view: View): void
  /** Says and shows that work is under way, for which the actions wait. @param done undefined where it is not known */
  working(text: string, done?: Share): void
  /** Says something without moving the focus. */
  announce(text: string): void
  /** Takes the screen away and gives the focus back. */
  close(): void
}

export interface ScreenOptions {
  readonly texts: Texts
  readonly nonce?: string | undefined
}

/** Whether the page has set a colour that this browser can adjust; it must not leave a button without its background. */
function hasAccent(): boolean {
  const colour = getComputedStyle(document.documentElement).getPropertyValue(ACCENT).trim()
  return colour !== '' && CSS.supports('color', `oklch(from ${colour} l c h)`)
}

/** Lives in the shadow of one element of its own: no style of the page reaches in, none of ours gets out. */
export function openScreen({ texts, nonce }: ScreenOptions): Screen {
  const host = document.createElement('vouchsafe-screen')
  // Open, so that the collector sees which element a press fell on.
  const root = host.attachShadow({ mode: 'open' })
  const words = element('div', { id: 'words' })
  const bar = element('progress', { max: '1', 'aria-labelledby': 'status' })
  const status = element('p', { role: 'status', id: 'status', class: 'status' })
  const work = element('div', {}, bar, status)
  const actions = element('div', { class: 'actions' })
  const extra = element('div')
  const card = element('div', { class: 'card' }, words, actions, work, extra)
  const names = { lang: texts.lang, dir: texts.direction, role: 'dialog', 'aria-modal': 'true' }
  const dialog = element('dialog', { ...names, 'aria-labelledby': 'title', 'aria-describedby': 'body' }, card)
  dialog.classList.toggle('accent', hasAccent())
  addStyles(root, styles, nonce)
  root.append(dialog)
  const uncover = coverPage(host, dialog)

  const announce = (text: string) => {
    if (status.textContent !== text) status.textContent = text
  }
  const showWork = (shown: boolean) => {
    work.classList.toggle('busy', shown)
    bar.hidden = !shown
    extra.hidden = shown
  }
  return {
    present(view) {
      const title = element('h2', { id: 'title', tabindex: '-1' }, view.title)
      const body = element('div', { id: 'body' }, ...view.body.map((text) => element('p', {}, text)))
      dialog.classList.toggle('firm', view.firm === true)
      words.replaceChildren(icon(view.icon), title, body)
      actions.replaceChildren(...view.actions)
      extra.replaceChildren(...(view.extra ? [view.extra] : []))
      showWork(false)
      announce('')
      title.focus()
    },
    working(text, done) {
      showWork(true)
      // Not `disabled`: that would lose the keyboard's place.
      for (const action of actions.children) action.setAttribute('aria-disabled', 'true')
      if (done === undefined) bar.removeAttribute('value')
      else bar.value = done
      announce(text)
    },
    announce,
    close: uncover,
  }
}
