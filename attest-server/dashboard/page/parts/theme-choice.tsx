import { useState } from 'preact/hooks'
import { chooseTheme, readTheme, type Theme } from '../theme/theme.js'

const themes: readonly { readonly value: Theme; readonly words: string }[] = [
  { value: 'system', words: 'As the system' },
  { value: 'light', words: 'Light' },
  { value: 'dark', words: 'Dark' },
]

/** Holds for this browser. */
export function ThemeChoice() {
  const [theme, setTheme] = useState(readTheme)
  const choose = (value: Theme) => {
    chooseTheme(value)
    setTheme(value)
  }
  return (
    <fieldset class="choices">
      <legend>Colours</legend>
      {themes.map(({ value, words }) => (
        <label key={value}>
          <input type="radio" name="theme" value={value} checked={theme === value} onChange={() => choose(value)} />
          {words}
        </label>
      ))}
    </fieldset>
  )
}
