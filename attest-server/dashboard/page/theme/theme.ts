/** `system`: whatever the system is set to, also when that changes. */
export type Theme = 'system' | 'light' | 'dark'

const KEY = 'vouchsafe-theme'

/** What this browser was told. Storage may be forbidden: then it is the system's. */
export function readTheme(): Theme {
  try {
    const kept = localStorage.getItem(KEY)
    return kept === 'light' || kept === 'dark' ? kept : 'system'
  } catch {
    return 'system'
  }
}

/** Style sheets look for the attribute; without it they ask the system. */
export function applyTheme(theme: Theme): void {
  if (theme === 'system') document.documentElement.removeAttribute('data-theme')
  else document.documentElement.setAttribute('data-theme', theme)
}

export function chooseTheme(theme: Theme): void {
  applyTheme(theme)
  try {
    if (theme === 'system') localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, theme)
  } catch {
    // Nothing is kept here: the choice holds until the page is loaded anew.
  }
}
