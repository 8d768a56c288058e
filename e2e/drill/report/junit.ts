import { countsOf, type Drill, isRight } from './drill.js'
import { escaped } from './escaped.js'

const seconds = (ms: number): string => (ms / 1000).toFixed(3)

/** As CI systems read it: a test for each run, failed where a bot got through or a person was stopped, skipped where it could not run. */
export function junit(drill: Drill): string {
  const { right, runs } = countsOf(drill)
  const cases = drill.runs.map((each) => {
    const { driver, kind, run, action, ms, note } = each
    const hope = kind === 'bot' ? 'is stopped' : 'is let through'
    const head = `<testcase classname="drill.${escaped(driver)}" name="${hope} (run ${run})" time="${seconds(ms)}"`
    return isRight(each) ? `${head}/>` : `${head}><failure message="${escaped(`${action}${note && `: ${note}`}`)}"/></testcase>`
  })
  const skipped = drill.missing.map(
    ({ driver, needs }) =>
      `<testcase classname="drill.${escaped(driver)}" name="could not run"><skipped message="${escaped(`missing: ${needs.what}`)}"/></testcase>`,
  )
  const tests = runs + skipped.length
  const counts = `tests="${tests}" failures="${runs - right}" errors="0" skipped="${skipped.length}" time="${seconds(drill.took)}"`
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites ${counts}>
<testsuite name="${escaped(`vouchsafe drill ${drill.url}`)}" ${counts} timestamp="${drill.began.toISOString().slice(0, 19)}">
${[...cases, ...skipped].join('\n')}
</testsuite>
</testsuites>
`
}
