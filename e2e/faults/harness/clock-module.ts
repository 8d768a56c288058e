import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { temporaryFolder } from './temporary-folder.js'

/** The wall clock of a process is off by what a file says, in ms. Timers and `performance` go on as they do where an operator sets the clock. */
const SOURCE = `
import { readFileSync } from 'node:fs'
const real = Date.now.bind(Date)
Date.now = () => real() + Number(readFileSync(process.env.FAULTS_CLOCK, 'utf8'))
`

/** For Node's \`--import\`; which file it reads stands in FAULTS_CLOCK. */
export function clockModule(): { readonly url: string; readonly remove: () => Promise<void> } {
  const folder = temporaryFolder('clock')
  const file = join(folder.path, 'clock.mjs')
  writeFileSync(file, SOURCE)
  return { url: pathToFileURL(file).href, remove: folder.remove }
}
