import { missingRecordings } from '../hands/recordings.js'
import { signUpByName } from '../hands/sign-up-by-name.js'
import { expect, test } from '../support/fixtures.js'
import { MissingError } from '../support/machine/tools.js'

const missing = missingRecordings()
test.skip(missing !== undefined, `People are skipped: ${missing}`)

function skipForMissing(error: unknown): never {
  test.skip(error instanceof MissingError, String(error))
  throw error
}

// What a dictation program types cannot be told from what xdotool types: both are asked. A person can answer, and is let through.
test('who dictates to a program that types is asked at most, and passes by voice', async ({ site }, info) => {
  info.setTimeout(180_000)
  const seed = `voice/${info.repeatEachIndex}`
  const visit = await signUpByName(site, seed, { engine: 'chromium' }, (hands, text) => hands.dictate(text)).catch(skipForMissing)
  expect(['allow', 'challenge']).toContain(visit.first)
  expect(visit.isThrough).toBe(true)
})
