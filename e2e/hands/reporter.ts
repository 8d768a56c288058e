/** What the page of a rehearsal says about itself, in CSS px. */
export interface PageReport {
  readonly loaded: boolean
  /** Left, top, width and height in the window, of the first field or button of each kind. */
  readonly boxes: Readonly<Record<Part, readonly [number, number, number, number]>>
  readonly window: readonly [width: number, height: number]
  readonly scrolled: number
  /** Which of the parts has the focus. */
  readonly focus: Part | null
  /** Where the page saw the pointer last. */
  readonly pointer: readonly [x: number, y: number] | null
}

/** What a sign-up is done with. */
export type Part = 'email' | 'password' | 'submit'

const SELECTORS: Readonly<Record<Part, string>> = {
  email: 'input[type=email]',
  password: 'input[type=password]',
  submit: 'button[type=submit]',
}

/** A script that posts a {@link PageReport} to `path` some twenty times a second, and does what the answer says. */
export const reporterSource = (path: string): string => `(${report.toString()})(${JSON.stringify(path)}, ${JSON.stringify(SELECTORS)})`

/** Runs in the page: takes nothing from this file but its arguments. */
function report(path: string, selectors: Readonly<Record<string, string>>): void {
  let pointer: [number, number] | null = null
  addEventListener('mousemove', ({ clientX, clientY }) => {
    pointer = [clientX, clientY]
  })
  const look = () => {
    const found = Object.entries(selectors).map(([part, selector]) => [part, document.querySelector(selector)] as const)
    const boxOf = (element: Element | null) => {
      const { left = 0, top = 0, width = 0, height = 0 } = element?.getBoundingClientRect() ?? {}
      return [left, top, width, height]
    }
    return {
      loaded: document.readyState === 'complete',
      boxes: Object.fromEntries(found.map(([part, element]) => [part, boxOf(element)])),
      window: [innerWidth, innerHeight],
      scrolled: scrollY,
      focus: found.find(([, element]) => element !== null && element === document.activeElement)?.[0] ?? null,
      pointer,
    }
  }
  const tell = async () => {
    try {
      const answer = await fetch(path, { method: 'POST', body: JSON.stringify(look()) })
      if ((await answer.text()) === 'rewind') {
        ;(document.activeElement as HTMLElement | null)?.blur()
        scrollTo({ top: 0, behavior: 'instant' })
      }
    } finally {
      setTimeout(() => void tell(), 40)
    }
  }
  void tell()
}
