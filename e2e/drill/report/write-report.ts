import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { countsOf, type Drill, isEnough, isRight, isStopped } from './drill.js'
import { junit } from './junit.js'
import { page } from './page.js'

/** Writes `index.html`, `drill.json` and `junit.xml`. @returns the page's path */
export function writeReport(folder: string, drill: Drill): string {
  const into = resolve(folder)
  mkdirSync(into, { recursive: true })
  const html = join(into, 'index.html')
  writeFileSync(html, page(drill))
  writeFileSync(join(into, 'junit.xml'), junit(drill))
  writeFileSync(join(into, 'drill.json'), `${JSON.stringify(plainData(drill), null, 2)}\n`)
  return html
}

/** The report for programs; its shape is counted by `version`. Pictures are in the page alone. */
function plainData(drill: Drill): object {
  const { url, attest, began, took, failUnder, missing, refused } = drill
  const runs = drill.runs.map(({ screenshot: _, ...run }) => ({ ...run, isStopped: isStopped(run), isRight: isRight(run) }))
  return { version: 1, url, attest, began, took, failUnder, isEnough: isEnough(drill), ...counts(drill), results: runs, missing, refused }
}

function counts(drill: Drill): object {
  const { bots, people, runs, share } = countsOf(drill)
  return { stopped: bots.right, runs, share, people: { visits: people.runs, letThrough: people.right } }
}
