import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseConfig } from '../config.js'
import { CLAIM_GRACE, DEVICE_RETENTION, SESSION_RETENTION } from './retention.js'

const DAY = 86_400
const page = (name: string): string => readFileSync(join(import.meta.dirname, '../../docs', name), 'utf8')
const privacy = page('privacy.md')

const defaults = parseConfig({})
if (!defaults.ok) throw new Error(defaults.error.join(' '))
const { retention, challengeLife } = defaults.value

/** What stands in the last column of the row about `what`. */
function howLong(what: string): string {
  const row = privacy.split('\n').find((line) => line.startsWith(`| the attest-server | ${what}:`))
  return row?.split('|').at(-2)?.trim() ?? `no row about ${what}`
}

describe('the privacy page says how long', () => {
  it.each([
    ['sessions', SESSION_RETENTION, 'after they were last seen; a minute where no challenge screen was answered'],
    ['device keys that have done work', DEVICE_RETENTION, 'after they were last seen'],
    ['verdicts', retention, 'or as `VOUCHSAFE_RETENTION_DAYS` says; a day where no work was done; less when'],
  ])('%s are kept', (what, seconds, rest) => {
    expect(howLong(what).replaceAll(',', '')).toMatch(new RegExp(`^${seconds / DAY} days ${rest}`))
  })

  it('challenges are remembered', () => {
    expect(howLong('redeemed challenges')).toContain(`: ${(challengeLife + CLAIM_GRACE) / 60} minutes,`)
  })

  it('and so does the page about the server', () => {
    const sentence = `Sessions are kept for ${SESSION_RETENTION / DAY} days, device keys for ${DEVICE_RETENTION / DAY}, after they were last seen`
    expect(page('server.md')).toContain(sentence)
  })
})
