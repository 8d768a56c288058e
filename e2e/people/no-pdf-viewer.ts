import type { Person } from '../hands/person.js'
import { signUpByMouse } from '../hands/sign-up.js'

/** Opens PDF files in another program, which empties the list of plugins. */
export const noPdfViewer: Person = {
  name: 'no-pdf-viewer',
  kind: 'person',
  expected: ['allow'],
  browser: { engine: 'chromium', preferences: { plugins: { always_open_pdf_externally: true } } },
  habits: { pointer: 'user108', keyboard: 'p771', wheel: 'user16' },
  act: signUpByMouse,
}
