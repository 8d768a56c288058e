import { render } from 'preact'
import { App } from './app.js'
import { followLinks } from './router.js'
import { applyTheme, readTheme } from './theme/theme.js'

// Before anything is painted: nothing light flashes where a dark page was chosen.
applyTheme(readTheme())
followLinks(document)
render(<App />, document.getElementById('page')!)
