/** A key as the DevTools protocol names it. */
export interface UsKey {
  readonly key: string
  readonly code: string
  readonly windowsVirtualKeyCode: number
  /** What it types, where it types anything. */
  readonly text?: string
}

const PUNCTUATION: Readonly<Record<string, readonly [code: string, virtualKey: number, plain: string, shifted: string]>> = {
  minus: ['Minus', 189, '-', '_'],
  period: ['Period', 190, '.', '>'],
  space: ['Space', 32, ' ', ' '],
}

const SHIFTED_DIGITS = ')!@#$%^&*('

/** The key of a US keyboard with this X keysym. @throws for keys that nobody here presses */
export function usKey(keysym: string, shift: boolean): UsKey {
  if (keysym === 'Shift_L') return { key: 'Shift', code: 'ShiftLeft', windowsVirtualKeyCode: 16 }
  if (/^[a-z]$/.test(keysym)) {
    const upper = keysym.toUpperCase()
    const key = shift ? upper : keysym
    return { key, text: key, code: `Key${upper}`, windowsVirtualKeyCode: upper.charCodeAt(0) }
  }
  if (/^[0-9]$/.test(keysym)) {
    const key = shift ? SHIFTED_DIGITS[Number(keysym)]! : keysym
    return { key, text: key, code: `Digit${keysym}`, windowsVirtualKeyCode: keysym.charCodeAt(0) }
  }
  const known = PUNCTUATION[keysym]
  if (!known) throw new Error(`no key for ${keysym}`)
  const [code, windowsVirtualKeyCode, plain, shifted] = known
  const key = shift ? shifted : plain
  return { key, text: key, code, windowsVirtualKeyCode }
}
