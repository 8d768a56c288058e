import { entry, npm } from './bootstrap.mjs'
import { readAudit } from './lib/read-audit.mjs'
import { closingLine, one, total } from './lib/step.mjs'

// `npm run audit`: asks the registry what is known against the packages that ship with the server. Not part of `npm test`, which needs no network.
// Where nobody answers it says so and counts as skipped; a CI that must not go on then looks for `skipped`.

await entry(async () => {
  const { stdout } = await npm(['audit', '--omit=dev', '--json', '--package-lock-only'], { quiet: true, seconds: 120 })
  const report = readAudit(stdout)
  if (report.kind === 'vulnerable') for (const line of report.lines) console.log(`✗ ${line}`)
  if (report.kind === 'unavailable') console.log(`The registry was not asked: ${report.why}`)
  const skipped = { passed: 0, failed: 0, skipped: 1 }
  console.log(closingLine(total([report.kind === 'unavailable' ? skipped : one(report.kind === 'clean', 'packages that ship')])))
  return report.kind === 'vulnerable' ? 1 : 0
})
