/** The flag of a realm; undefined where it has none. No browser's own getter throws: one that does was put there to raise none. */
export function webdriverFlag({ navigator }: Pick<Window, 'navigator'>): boolean | undefined {
  try {
    const flag: unknown = navigator.webdriver
    return typeof flag === 'boolean' ? flag : undefined
  } catch {
    return true
  }
}
